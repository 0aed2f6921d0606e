package dev.callboard.payments;

/** The provider answered, and its answer was no: asking again changes nothing. */
public final class ProviderRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProviderRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
