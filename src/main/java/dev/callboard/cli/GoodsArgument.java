package dev.callboard.cli;

import java.util.List;

import dev.callboard.stock.StockLine;

import picocli.CommandLine.TypeConversionException;

/** An argument {@code SKU:QTY}. A SKU may hold colons itself: the last one parts it from the quantity. */
record GoodsArgument(String sku, long quantity) {

    static GoodsArgument parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return new GoodsArgument(text.substring(0, Math.max(0, colon)), Long.parseLong(text.substring(colon + 1)));
        } catch (NumberFormatException malformed) {
            throw new TypeConversionException("'" + text + "' is not of the form SKU:QTY with a whole number");
        }
    }

    /** @throws dev.callboard.refusals.Refusal {@code invalid} for a quantity below 1 */
    static List<StockLine> lines(List<GoodsArgument> arguments) {
        return arguments.stream().map(argument -> new StockLine(argument.sku(), argument.quantity())).toList();
    }
}
