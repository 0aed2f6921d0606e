package dev.callboard.triage;

import java.time.Duration;
import java.time.Instant;

/**
 * A step of an order's fulfilment that failed once.
 *
 * @param run of the worker's taking over: one attempt of the job
 * @param took from the step's beginning; null where that was not kept
 * @param worker who tried; null where that was not kept
 */
public record StepFailure(Instant at, String step, int run, String error, Duration took, String worker) {}
