package dev.callboard.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callboard.refusals.Refusal;
import dev.callboard.settings.Nearest;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a line for people what is wrong with a command line, and what was probably meant. */
final class UsageMistake {
    /** How the parser begins what it says of a value that is none of an enum's. */
    private static final String OF_ENUMS = "expected one of";

    private UsageMistake() {}

    /** @param typed the words of the command line */
    static String said(ParameterException malformed, List<String> typed) {
        return switch (malformed) {
            case UnmatchedArgumentException unmatched -> surplus(unmatched);
            case MissingParameterException missing -> missing(missing, typed);
            case OverwrittenOptionException twice -> "The option " + name(twice.getOverwritten()) + " is given twice.";
            default -> malformed.getArgSpec() == null ? malformed.getMessage() : wrongValue(malformed);
        };
    }

    private static String surplus(UnmatchedArgumentException unmatched) {
        CommandLine at = unmatched.getCommandLine();
        String word = unmatched.getUnmatched().getFirst();
        if (word.startsWith("-")) {
            return unknownOption(at, word);
        }
        // where a command was expected, the word is what is wrong, not its place
        return at.getSubcommands().isEmpty()
                ? "'" + Refusal.shortened(word) + "' is one word too many for '" + path(at)
                        + "'; a text of several words stands in quotes."
                : "There is no command '" + Refusal.shortened(word) + "'" + meant(word, CommandTree.namesBelow(at));
    }

    private static String unknownOption(CommandLine at, String word) {
        return "There is no option '" + Refusal.shortened(word) + "'"
                + (at.getParent() == null ? "" : " of '" + path(at) + "'")
                + meant(word.replaceFirst("=.*", ""), at.getCommandSpec().optionsMap().keySet());
    }

    private static String meant(String word, Collection<String> known) {
        return Nearest.to(word, known).map(near -> "; did you mean '" + near + "'?").orElse("; --help shows them all.");
    }

    /** What is missing may be there under a wrong name, or without its value. */
    private static String missing(MissingParameterException missing, List<String> typed) {
        CommandLine at = missing.getCommandLine();
        List<ArgSpec> lacking = missing.getMissing();
        Optional<ArgSpec> withoutValue = Stream.concat(lacking.stream(), Stream.ofNullable(missing.getArgSpec()))
                .filter(option -> option.isOption() && typed.contains(name(option))).findFirst();
        if (withoutValue.isPresent()) {
            String option = name(withoutValue.get());
            return "The option " + option + " has no value: " + option + " " + withoutValue.get().paramLabel() + ".";
        }
        Optional<String> wrong = typed.stream().filter(word -> word.startsWith("--"))
                .filter(word -> !at.getCommandSpec().optionsMap().containsKey(word.replaceFirst("=.*", "")))
                .findFirst();
        if (wrong.isPresent()) {
            return unknownOption(at, wrong.get());
        }
        String what = Stream.concat(words(at, lacking), lacking.stream().filter(ArgSpec::isOption))
                .map(UsageMistake::wanted).collect(Collectors.joining(", "));
        return "'" + path(at) + "' lacks " + what + "; --help tells what it takes.";
    }

    /** Where one word is missing, so are all that come after it. */
    private static Stream<? extends ArgSpec> words(CommandLine at, List<ArgSpec> lacking) {
        return at.getCommandSpec().positionalParameters().stream().filter(ArgSpec::required)
                .dropWhile(word -> !lacking.contains(word));
    }

    private static String wanted(ArgSpec lacking) {
        return lacking.isOption() ? name(lacking) + " " + lacking.paramLabel() : lacking.paramLabel();
    }

    private static String wrongValue(ParameterException malformed) {
        ArgSpec at = malformed.getArgSpec();
        String value = Refusal.shortened(String.valueOf(malformed.getValue()));
        Class<?> type = at.auxiliaryTypes().length == 0 ? at.type() : at.auxiliaryTypes()[0];
        if (at.isOption() && at.type() == boolean.class) {
            return "The option " + name(at) + " takes no value.";
        }
        if (malformed.getCause() instanceof TypeConversionException own && !own.getMessage().startsWith(OF_ENUMS)) {
            return name(at) + ": " + own.getMessage() + ".";
        }
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return name(at) + ": '" + value + "' is none of " + String.join(", ", names)
                    + Nearest.to(value.toUpperCase(Locale.ROOT), names).map(near -> "; did you mean " + near + "?")
                            .orElse(".");
        }
        return at.typeInfo().isMap()
                ? name(at) + " is followed by " + at.paramLabel() + ", such as " + name(at) + " ticket.undo=30s."
                : name(at) + ": " + malformed.getMessage();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String path(CommandLine at) {
        return at.getCommandSpec().qualifiedName().replaceFirst("^callboard ", "");
    }
}
