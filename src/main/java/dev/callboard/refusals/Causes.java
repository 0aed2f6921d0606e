package dev.callboard.refusals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.stream.Stream;

/** What lies beneath a failure: drivers and clients wrap what happened, and not always in the same depth. */
public final class Causes {
    private Causes() {}

    /** The failure itself and what caused it, outermost first. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    /** What happened first. */
    public static Throwable innermost(Throwable failure) {
        return of(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    /** True when one of them is of that kind. */
    public static boolean anyIs(Throwable failure, Class<? extends Throwable> kind) {
        return of(failure).anyMatch(kind::isInstance);
    }

    /** True when one of their messages has that word in it. @param word in small letters; any case is found */
    public static boolean anySays(Throwable failure, String word) {
        return of(failure)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains(word));
    }

    /** The whole failure with its places in the code, as text of several lines. */
    public static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
