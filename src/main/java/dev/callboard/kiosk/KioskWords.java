package dev.callboard.kiosk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import dev.callboard.parts.Texts;
import dev.callboard.tickets.QuotedWait;

/** What several pages of the kiosk say alike. */
final class KioskWords {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private KioskWords() {}

    /** For example "8 to 13 min". */
    static String range(Texts texts, QuotedWait wait) {
        return texts.of("kiosk.range", wait.leastMinutes(), wait.mostMinutes());
    }

    /** Between which clock times one is called. */
    static String times(Texts texts, QuotedWait wait, Instant now, ZoneId zone) {
        return texts.of("kiosk.called_between", now.plusSeconds(wait.leastMinutes() * 60).atZone(zone).format(CLOCK),
                now.plusSeconds(wait.mostMinutes() * 60).atZone(zone).format(CLOCK));
    }

    /** For example "10th". English alone needs more than one ending. */
    static String ordinal(Texts texts, int place) {
        boolean teen = place % 100 >= 11 && place % 100 <= 13;
        String ending = teen ? "other" : switch (place % 10) {
            case 1 -> "one";
            case 2 -> "two";
            case 3 -> "few";
            default -> "other";
        };
        return texts.of("ordinal." + ending, place);
    }
}
