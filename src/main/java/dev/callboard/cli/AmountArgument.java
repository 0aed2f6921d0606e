package dev.callboard.cli;

import picocli.CommandLine.TypeConversionException;

/** An amount of money as it was written: some number at least; which amounts there can be is not said here. */
record AmountArgument(String text) {

    static AmountArgument parse(String text) {
        try {
            Double.parseDouble(text);
            return new AmountArgument(text.strip());
        } catch (NumberFormatException none) {
            throw new TypeConversionException("'" + text + "' is no amount such as 1.25");
        }
    }
}
