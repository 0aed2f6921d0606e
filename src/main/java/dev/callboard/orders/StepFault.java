package dev.callboard.orders;

import java.time.Duration;

/**
 * How a step of fulfilment failed.
 *
 * @param step its name
 * @param took from its beginning, or null where that was not measured
 * @param worker the name of the worker that tried, or null
 */
public record StepFault(String step, String error, Duration took, String worker) {

    /** A fault of which only the error is known. */
    public static StepFault of(String step, String error) {
        return new StepFault(step, error, null, null);
    }
}
