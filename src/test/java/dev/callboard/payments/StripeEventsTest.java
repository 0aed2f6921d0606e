package dev.callboard.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.refusals.Refusal;

/** Which messages are believed. */
@Tag("L05")
class StripeEventsTest {
    private static final byte[] BODY = """
            {"id":"evt_1","type":"payment_intent.succeeded","data":{"object":{"id":"pi_1",
             "metadata":{"payment":"7b0f1d57-6c0e-4d6e-9a57-0d7c27e1b0aa"}}}}
            """.getBytes(StandardCharsets.UTF_8);
    private final StripeEvents events = new StripeEvents(StripeSignature.SECRET);

    @Test
    void aSignedMessageIsRead() {
        ProviderEvent event = events.read(BODY, StripeSignature.of(BODY));
        assertThat(event.id()).isEqualTo("evt_1");
        assertThat(event.meaning()).isEqualTo(ProviderEvent.Meaning.SUCCEEDED);
        assertThat(event.payment()).hasToString("7b0f1d57-6c0e-4d6e-9a57-0d7c27e1b0aa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1", "t=,v1=", "v1=abc", "t=x,v1=y", "t=99999999999,v1=00", "\u0000",
        "t=1,t=2,v1=,v1="})
    void garbageForASignatureIsRefused(String signature) {
        assertRefused(BODY, signature);
    }

    @Test
    void wrongSecretsOldMessagesAndChangedBodiesAreRefused() {
        long now = System.currentTimeMillis() / 1000;
        assertRefused(BODY, null);
        assertRefused(BODY, StripeSignature.of(BODY, "whsec_other", now));
        assertRefused(BODY, StripeSignature.of(BODY, StripeSignature.SECRET, now - 400));
        byte[] changed = new String(BODY, StandardCharsets.UTF_8).replace("pi_1", "pi_2")
                .getBytes(StandardCharsets.UTF_8);
        assertRefused(changed, StripeSignature.of(BODY));
    }

    private void assertRefused(byte[] body, String signature) {
        assertThatThrownBy(() -> events.read(body, signature)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo("bad_signature"));
    }
}
