package dev.callboard.parts;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What visitors are told of a closed shop. */
public final class OpeningHours {
    private final Texts texts;
    private final ZoneId zone;

    public OpeningHours(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** When it opens again, or only that it is closed where nobody said when. */
    public String words(Optional<LocalTime> opens, Instant now) {
        if (opens.isEmpty()) {
            return texts.of("closed.now");
        }
        boolean today = now.atZone(zone).toLocalTime().isBefore(opens.get());
        return texts.of(today ? "closed.today" : "closed.tomorrow",
                opens.get().format(DateTimeFormatter.ofPattern("HH:mm")));
    }
}
