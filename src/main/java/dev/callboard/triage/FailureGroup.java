package dev.callboard.triage;

import java.time.Instant;
import java.util.List;

/**
 * Failed jobs with the same kind of error, of whatever queue.
 *
 * @param fingerprint the error's first line with numbers, UUIDs and quoted text replaced
 * @param error first line of the newest such error, as it stands
 * @param step the step of fulfilment that failed, or an empty text
 * @param first when the oldest of them failed; null if unknown
 * @param hourly how many failed in each of the last 24 hours, the oldest hour first
 * @param claim who looks after it, or null
 */
public record FailureGroup(String fingerprint, String error, String step, long count, Instant first, Instant last,
        List<Integer> hourly, GroupClaim claim) {}
