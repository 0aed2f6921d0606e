package dev.callboard.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import dev.callboard.parts.Texts;

class ErrorWordsTest {
    private static final String FAILURE = "email: SMTP Connection refused (127.0.0.1:1)";

    @Test
    void aGroupIsNamedByItsErrorAndStepInWords() {
        Texts texts = new Texts(Locale.UK);
        assertThat(ErrorWords.group(FAILURE, ErrorWords.step(FAILURE), texts))
                .isEqualTo("SMTP Connection refused (step E-mail)");
        assertThat(ErrorWords.group("no such product: DRL-1", ErrorWords.step("no such product: DRL-1"), texts))
                .isEqualTo("no such product: DRL-1");
        assertThat(ErrorWords.group("", "", texts)).isEqualTo(texts.of("triage.no_error"));
    }
}
