package dev.callboard.triage;

import java.time.Duration;
import java.util.UUID;

/**
 * The right to work at a run, until it is lost by silence.
 *
 * @param length how long a silence may be
 */
public record RunLease(long run, UUID token, Duration length) {}
