package dev.callboard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A PIN is compared by its hash alone. */
class PinHashTest {
    @Test
    void matchesItsOwnPinAndNoOther() {
        PinHash hash = PinHash.of("471108");
        assertThat(hash.toString()).startsWith("pbkdf2:600000:").doesNotContain("471108");
        PinHash kept = PinHash.parse(hash.toString());
        assertThat(kept).isEqualTo(hash);
        assertThat(kept.matches("471108")).isTrue();
        assertThat(kept.matches("471109")).isFalse();
        assertThat(PinHash.of("471108")).as("another salt").isNotEqualTo(hash);
    }

    @Test
    void takesDigitsOnlyAndNoPlainPinForASetting() {
        assertThatThrownBy(() -> PinHash.of("12")).isInstanceOf(SettingRejected.class);
        assertThatThrownBy(() -> PinHash.of("12ab")).isInstanceOf(SettingRejected.class);
        assertThatThrownBy(() -> PinHash.parse("4711")).isInstanceOf(IllegalArgumentException.class);
    }
}
