package dev.callboard.cli;

/** Arguments that are readable one by one and yet do not fit together. */
final class MalformedCommand extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedCommand(String message) {
        super(message, null, false, false);
    }
}
