package dev.callboard.refusals;

/** A service that the work needs cannot be reached. Nothing is known about what it may have done meanwhile. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What cannot be reached. */
    public enum Service {
        POSTGRES, REDIS, MAIL, PROVIDER, WEBHOOK
    }

    private final Service service;

    public Unavailable(Service service, String message, Throwable cause) {
        super(message, cause);
        this.service = service;
    }

    public Service service() {
        return service;
    }
}
