package dev.callboard.parts;

import java.time.Duration;

/** Spans of time with their units as words, for where no figure beside them says what they are. */
public final class SpanWords {
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;

    private final Texts texts;

    public SpanWords(Texts texts) {
        this.texts = texts;
    }

    /** For example {@code 21 s}, {@code 1 min 55 s}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
    public String of(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < MINUTE) {
            return texts.of("seconds", seconds);
        }
        if (seconds < HOUR) {
            return texts.of("span.minutes", seconds / MINUTE, seconds % MINUTE);
        }
        if (seconds < DAY) {
            return texts.of("span.hours", seconds / HOUR, seconds % HOUR / MINUTE);
        }
        return texts.of("span.days", seconds / DAY, seconds % DAY / HOUR);
    }
}
