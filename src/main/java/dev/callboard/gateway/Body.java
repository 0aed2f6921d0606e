package dev.callboard.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.callboard.refusals.Refusal;

import io.javalin.http.Context;

/** What a client sent: at most 64 kB, and all of it within ten seconds. */
final class Body {
    static final int MOST_BYTES = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS).build();

    private Body() {}

    /** @throws Refusal {@code too_large}, {@code too_slow}, {@code invalid} where it broke off */
    static byte[] bytes(Context context) {
        if (context.req().getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[8 * 1024];
        try {
            InputStream stream = context.req().getInputStream();
            for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                body.write(piece, 0, read);
                if (body.size() > MOST_BYTES) {
                    throw tooLarge();
                }
                if (System.nanoTime() > end) {
                    throw new Refusal("too_slow", "The body took longer than " + PATIENCE.toSeconds() + " s.");
                }
            }
        } catch (IOException broken) {
            throw Refusal.invalid("The body broke off.");
        }
        return body.toByteArray();
    }

    /** The body as a JSON object; an empty one where nothing was sent. @throws Refusal as {@link #bytes}, {@code invalid} */
    static JsonNode object(Context context) {
        byte[] bytes = bytes(context);
        if (bytes.length == 0) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode body = JSON.readTree(bytes);
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException malformed) {
            throw Refusal.invalid("The body is not JSON.");
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        throw Refusal.invalid("The body must be a JSON object.");
    }

    /** A text field, or null where it is missing. @throws Refusal {@code invalid} for another kind of value */
    static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw Refusal.invalid("'" + field + "' must be a text.");
        }
        return value.textValue();
    }

    private static Refusal tooLarge() {
        return new Refusal("too_large", "The body may have at most " + MOST_BYTES + " bytes.");
    }
}
