package dev.callboard.triage;

/** A query that cannot be read. */
public final class QueryFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Kind {
        /** A bracket that nothing closes or opens. */
        BRACKET,
        /** A quote that nothing closes. */
        QUOTE,
        /** {@code or}, {@code -} or a bracket with nothing to stand for. */
        OPERAND, UNKNOWN_FIELD, AMOUNT, NUMBER, TIME, FLAG,
        /** A field with nothing behind it. */
        VALUE
    }

    private final Kind kind;
    private final String near;

    QueryFault(Kind kind, String near) {
        super(kind + " near " + near, null, false, false);
        this.kind = kind;
        this.near = near;
    }

    public Kind kind() {
        return kind;
    }

    /** The part of the query that it is about. */
    public String near() {
        return near;
    }
}
