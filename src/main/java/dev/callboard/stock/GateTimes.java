package dev.callboard.stock;

import java.time.Instant;

/**
 * When the gate was last made true.
 *
 * @param built when it was rebuilt from Postgres; null before the first time that was noted
 * @param reconciled when it was last compared with Postgres and mended; null where nobody did yet
 */
public record GateTimes(Instant built, Instant reconciled) {}
