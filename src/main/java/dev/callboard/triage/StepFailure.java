package dev.callboard.triage;

import java.time.Instant;

/**
 * A step of an order's fulfilment that failed once.
 *
 * @param run of the worker's taking over: one attempt of the job
 */
public record StepFailure(Instant at, String step, int run, String error) {}
