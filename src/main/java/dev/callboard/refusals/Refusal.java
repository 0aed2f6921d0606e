package dev.callboard.refusals;

import java.util.List;

/**
 * The answer of a rule that said no: nothing was changed, and the caller may show the message as it stands.
 *
 * <p>An ordinary outcome, not a fault: it carries no stack trace. Thrown inside a transaction it rolls the
 * transaction back.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient List<String> subjects;

    /**
     * @param code stable machine word, for example {@code already_waiting}
     * @param message one readable line that says what was refused and why
     */
    public Refusal(String code, String message) {
        this(code, message, List.of());
    }

    /** @param subjects names of what it is about, for programs: the SKUs that are short, for example */
    public Refusal(String code, String message, List<String> subjects) {
        super(message, null, false, false);
        this.code = code;
        this.subjects = List.copyOf(subjects);
    }

    /** The thing named does not exist: code {@code not_found}. */
    public static Refusal notFound(String what, String name) {
        // a script's empty variable leaves nothing to see
        String shown = name.isBlank() ? "'" + name + "'" : name;
        return new Refusal("not_found", "There is no " + what + " " + shortened(shown) + ".");
    }

    /** A value that no rule allows: code {@code invalid}. */
    public static Refusal invalid(String message) {
        return new Refusal("invalid", message);
    }

    /** The thing has moved on: code {@code wrong_state}. */
    public static Refusal wrongState(String what, Object present) {
        return new Refusal("wrong_state", what + " is " + present + ".");
    }

    public String code() {
        return code;
    }

    /** What it is about, by name; empty where the message says it all. */
    public List<String> subjects() {
        return subjects;
    }

    /** The text, cut to a length that fits on one line of a message. */
    public static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
