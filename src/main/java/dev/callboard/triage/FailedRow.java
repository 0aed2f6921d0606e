package dev.callboard.triage;

import java.util.Locale;
import java.util.Set;

/**
 * A failed job as the filters see it.
 *
 * @param fingerprint of its error
 */
public record FailedRow(FailedJob job, String fingerprint) {
    private static final Set<String> STEPS = Set.of("inventory", "email", "invoice");

    /** The step that failed, as its error begins with it; empty where it names none. */
    public String step() {
        String error = job.error() == null ? "" : job.error();
        int colon = error.indexOf(':');
        String first = colon < 0 ? "" : error.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return STEPS.contains(first) ? first : "";
    }

    /** True where nothing can be read of it but its place: no hash. */
    public boolean isBroken() {
        return job.missing();
    }
}
