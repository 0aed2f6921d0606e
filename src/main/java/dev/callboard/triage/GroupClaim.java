package dev.callboard.triage;

import java.time.Instant;

/**
 * Somebody looks after a kind of error.
 *
 * @param login the database login
 * @param note in that person's words, or null
 * @param mine true where it is this connection's own login
 */
public record GroupClaim(String fingerprint, Instant at, String login, String note, boolean mine) {}
