package dev.callboard.jobs;

import java.math.BigDecimal;
import java.time.Instant;

/** Numbers and times as they stand in Redis: text, perhaps in exponent form, perhaps nonsense. */
final class Times {
    private static final long DELAYED_STEPS = 4096;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Times() {}

    /** The whole number that the text says, or the other value where it says none. */
    static Long whole(String text, Long otherwise) {
        if (text == null || text.isEmpty() || text.length() > 40) {
            return otherwise;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            return value.abs().compareTo(LARGEST) > 0 ? otherwise : (Long) value.longValue();
        } catch (NumberFormatException nonsense) {
            return otherwise;
        }
    }

    /** A time in ms since the epoch; null for none or one that no calendar holds. */
    static Instant ofMillis(Long millis) {
        return millis == null || millis < 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** The time in a score of {@code delayed}, which is ms * 4096 and a running number. */
    static Instant ofDelayedScore(Long score) {
        return score == null ? null : ofMillis(score / DELAYED_STEPS);
    }
}
