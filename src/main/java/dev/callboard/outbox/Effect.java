package dev.callboard.outbox;

import java.time.Instant;

/**
 * How far one effect outside Postgres has come.
 *
 * @param id of the outbox row
 * @param doneAt or null
 * @param tries failed tries so far
 * @param error of the latest try, or null
 * @param setApart true where it failed for good and a person must look at it
 */
public record Effect(long id, OutboxKind kind, Instant createdAt, Instant doneAt, int tries, String error,
        boolean setApart) {}
