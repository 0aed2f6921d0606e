package dev.callboard.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Setting;

/** Under which heading a setting is found. */
class SettingGroupTest {

    @Test
    void everySettingStandsInOneGroup() {
        Map<Setting<?>, Integer> places = new HashMap<>();
        for (SettingGroup group : SettingGroup.values()) {
            group.settings().forEach(setting -> places.merge(setting, 1, Integer::sum));
        }
        assertThat(places.keySet()).isEqualTo(Set.copyOf(KnownSettings.all()));
        assertThat(places.values()).containsOnly(1);
    }
}
