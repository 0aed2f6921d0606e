package dev.callboard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @Test
    void whatIsSetStandsOverTheDefault() {
        Settings settings = Settings.defaults()
                .with(Map.of("fulfilment.backoff", "100ms", "shop.day_starts", "05:30", "fulfilment.attempts", "5"));
        assertThat(settings.get(KnownSettings.FULFILMENT_BACKOFF)).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.get(KnownSettings.SHOP_DAY_STARTS)).isEqualTo(LocalTime.of(5, 30));
        assertThat(settings.get(KnownSettings.JANITOR_AFTER)).isEqualTo(Duration.ofHours(24));
        assertThat(settings.isExplicit(KnownSettings.FULFILMENT_ATTEMPTS)).isTrue();
        assertThat(settings.isExplicit(KnownSettings.JANITOR_AFTER)).isFalse();
        assertThat(settings.find(KnownSettings.SMTP_URL)).isEmpty();
    }

    @Test
    void everyDefaultIsAValueThatCouldHaveBeenSet() {
        Settings defaults = Settings.defaults();
        assertThat(KnownSettings.all()).hasSizeGreaterThan(25).allSatisfy(setting -> {
            assertThat(setting.help()).endsWith(".");
            assertThat(defaults.isExplicit(setting)).isFalse();
        });
        assertThat(KnownSettings.all().stream().map(Setting::key)).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownKeyNamesTheNearest() {
        assertThatThrownBy(() -> Settings.defaults().with(Map.of("fulfillment.attempts", "2")))
                .isInstanceOf(SettingRejected.class).hasMessageContaining("'fulfilment.attempts'");
    }

    @Test
    void whatIsLikeNoSettingNamesNone() {
        assertThatThrownBy(() -> Settings.defaults().with(Map.of("foo", "bar")))
                .isInstanceOf(SettingRejected.class).hasMessage("There is no setting 'foo'.");
    }

    @Test
    void anUnreadableValueSaysWhatWouldBeReadable() {
        for (Map.Entry<String, String> wrong : Map.of("fulfilment.attempts", "0", "fulfilment.backoff", "5 seconds",
                "shop.zone", "Mars/Olympus", "shop.currency", "XYZW", "shop.day_starts", "25:00", "smtp.url",
                "http://x", "shop.locale", "!!", "bullmq.prefix", " ", "kiosk.name", "x".repeat(61),
                "kiosk.languages", "en,en-x-" + "a-".repeat(16) + "b").entrySet()) {
            assertThatThrownBy(() -> Settings.defaults().with(Map.of(wrong.getKey(), wrong.getValue())))
                    .isInstanceOf(SettingRejected.class).hasMessageContaining(wrong.getKey() + " must be ");
        }
    }

    @Test
    void aLongValueMakesAShortMessage() {
        assertThatThrownBy(() -> Settings.defaults().with(Map.of("ticket.recalls", "9".repeat(120_000))))
                .satisfies(rejected -> assertThat(rejected.getMessage()).hasSizeLessThan(200));
        assertThatThrownBy(() -> Settings.defaults().with(Map.of("k".repeat(120_000), "1")))
                .satisfies(rejected -> assertThat(rejected.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void aProfileNamesServersAndSettings(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(folder.resolve("profiles/shop.properties"),
                "pg=postgres://db/shop\nenvironment=Production\nticket.undo=30s\n");
        Profile profile = Profile.read(folder, "shop");
        assertThat(profile.pg()).contains("postgres://db/shop");
        assertThat(profile.redis()).isEmpty();
        assertThat(profile.environment()).isEqualTo(Optional.of("Production"));
        assertThat(Settings.defaults().with(profile.settings()).get(KnownSettings.TICKET_UNDO))
                .isEqualTo(Duration.ofSeconds(30));
        assertThatThrownBy(() -> Profile.read(folder, "other")).isInstanceOf(SettingRejected.class);
        assertThatThrownBy(() -> Profile.read(folder, "../shop")).isInstanceOf(SettingRejected.class);
    }
}
