package dev.callboard.payments;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;

import dev.callboard.payments.ProviderEvent.Meaning;
import dev.callboard.refusals.Refusal;

/** Reads Stripe's messages, and believes none whose signature is not right or older than five minutes. */
public final class StripeEvents {
    private static final long TOLERANCE_SECONDS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String secret;

    /** @param secret of the webhook endpoint; never logged */
    public StripeEvents(String secret) {
        this.secret = secret;
    }

    /**
     * Takes a message in.
     *
     * @param signature the header {@code Stripe-Signature}, or null
     * @throws Refusal {@code bad_signature}, {@code invalid}
     */
    public ProviderEvent read(byte[] body, String signature) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            Webhook.Signature.verifyHeader(text, signature == null ? "" : signature, secret, TOLERANCE_SECONDS);
        } catch (SignatureVerificationException | RuntimeException wrong) {
            throw new Refusal("bad_signature", "The signature of this message is not right.");
        }
        try {
            return event(JSON.readTree(text));
        } catch (JsonProcessingException malformed) {
            throw Refusal.invalid("The message is not JSON.");
        }
    }

    private static ProviderEvent event(JsonNode message) {
        String id = message.path("id").asText("");
        String type = message.path("type").asText("");
        if (id.isEmpty() || id.length() > 255 || type.isEmpty() || type.length() > 100) {
            throw Refusal.invalid("The message has no id or no type.");
        }
        JsonNode subject = message.at("/data/object");
        Meaning meaning = meaning(type, subject);
        String intent = subject.path(meaning == Meaning.REFUND_FAILED ? "payment_intent" : "id").asText(null);
        return new ProviderEvent(id, type, meaning, uuid(subject.at("/metadata/payment").asText("")), intent);
    }

    private static Meaning meaning(String type, JsonNode subject) {
        return switch (type) {
            case "payment_intent.succeeded" -> Meaning.SUCCEEDED;
            case "payment_intent.payment_failed" -> Meaning.REFUSED;
            case "payment_intent.canceled" -> Meaning.CANCELLED;
            case "refund.failed" -> Meaning.REFUND_FAILED;
            case "refund.updated", "charge.refund.updated" ->
                "failed".equals(subject.path("status").asText()) ? Meaning.REFUND_FAILED : Meaning.OTHER;
            default -> Meaning.OTHER;
        };
    }

    private static UUID uuid(String text) {
        return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }
}
