package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private final Formats formats = new Formats(Locale.UK, ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR"));

    @ParameterizedTest
    @CsvSource({"PT-5S, 0:00", "PT0S, 0:00", "PT59S, 0:59", "PT6M11S, 6:11", "PT59M59S, 59:59", "PT1H, 1:00",
        "PT23H59M, 23:59", "PT76H30M, 3 d 4 h"})
    void writesSpans(Duration span, String written) {
        assertThat(Formats.span(span)).isEqualTo(written);
    }

    @Test
    void writesMoneyAndTimesOfTheShop() {
        Instant at = Instant.parse("2026-11-20T13:06:52Z");
        assertThat(formats.money(new BigDecimal("1234.5"))).isEqualTo("€ 1,234.50");
        assertThat(formats.seconds(at)).isEqualTo("14:06:52");
        assertThat(formats.minutes(at)).isEqualTo("14:06");
        assertThat(formats.secondsOrDay(at.minus(Duration.ofDays(2)), at)).isEqualTo("18 Nov 14:06");
        assertThat(formats.minutesOrDay(at, at)).isEqualTo("14:06");
    }

    @Test
    void aWaitOnTheTargetIsWithinIt() {
        Duration target = Duration.ofMinutes(5);
        Duration limit = Duration.ofMinutes(10);
        assertThat(AgeBand.of(target, target, limit)).isEqualTo(AgeBand.WITHIN);
        assertThat(AgeBand.of(target.plusSeconds(1), target, limit)).isEqualTo(AgeBand.OVER_TARGET);
        assertThat(AgeBand.of(limit, target, limit)).isEqualTo(AgeBand.OVER_TARGET);
        assertThat(AgeBand.of(limit.plusMillis(1), target, limit)).isEqualTo(AgeBand.OVER_LIMIT);
    }
}
