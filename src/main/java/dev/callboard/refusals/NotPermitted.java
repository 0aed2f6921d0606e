package dev.callboard.refusals;

/** A server refused the login a right that the work needs. */
public final class NotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotPermitted(String message, Throwable cause) {
        super(message, cause);
    }
}
