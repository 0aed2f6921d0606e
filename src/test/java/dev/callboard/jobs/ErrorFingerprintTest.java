package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFingerprintTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "connect refused 10.0.0.7:5432 | connect refused <n>:<n>",
        "order 3f2b8c1e-1111-4222-8333-444455556666 has 3 lines | order <uuid> has <n> lines",
        "no product \"A 17\" here | no product <text> here",
        "can't read 'a file' now | can't read <text> now",
        "code 0xFFa1 | code <n>"})
    void whatDiffersFromCaseToCaseIsReplaced(String error, String fingerprint) {
        assertThat(ErrorFingerprint.of(error)).isEqualTo(fingerprint);
        assertThat(ErrorFingerprint.of(error + "\n  at line 17")).isEqualTo(fingerprint);
    }
}
