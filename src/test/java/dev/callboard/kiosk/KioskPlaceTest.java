package dev.callboard.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;
import dev.callboard.tickets.Arrival;

/** A kiosk gives tickets whatever it is called. */
class KioskPlaceTest {
    private static final String WIDE = new StringBuilder().appendCodePoint(0x1F3EA).toString();

    static List<String> awkward() {
        return List.of("In the long corridor ".repeat(9), "x" + WIDE.repeat(60), " ", "a\0b", "a" + WIDE.charAt(0));
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void aTicketCanNoteIt(String name) {
        KioskPlace place = called(name);
        assertThat(new Arrival(place.name(), "en").place()).isNotBlank();
    }

    @Test
    void aNameThatFitsStaysAsItIs() {
        String longest = "x".repeat(Arrival.LONGEST_PLACE);
        assertThat(called(longest).name()).isEqualTo(longest);
        assertThat(Settings.defaults().with(Map.of("kiosk.name", longest)).get(KnownSettings.KIOSK_NAME))
                .isEqualTo(longest);
    }

    private static KioskPlace called(String name) {
        return new KioskPlace(name, "Quayside", List.of(Locale.ENGLISH), ZoneId.of("Europe/Berlin"), Optional.empty(),
                Optional.empty(), 50, Optional.empty());
    }
}
