package dev.callboard.settings;

/** A setting that does not exist, or a value that it cannot have: nothing was begun. */
public final class SettingRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one readable line */
    public SettingRejected(String message) {
        super(message, null, false, false);
    }
}
