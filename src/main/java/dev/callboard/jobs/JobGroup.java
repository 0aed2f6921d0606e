package dev.callboard.jobs;

import java.time.Instant;

/**
 * Failed jobs with the same kind of error.
 *
 * @param fingerprint the error's first line with numbers, UUIDs and quoted text replaced
 * @param error first line of the newest such error, as it stands
 * @param first when the oldest of them failed
 * @param last when the newest of them failed
 */
public record JobGroup(String fingerprint, String error, long count, Instant first, Instant last) {}
