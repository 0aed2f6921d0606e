package dev.callboard.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    /** What is read of a refused body, so that its sender comes to reading the answer. */
    private static final int MOST_SKIMMED = 1024 * 1024;
    private static final Duration SKIMMING = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS).build();

    private static final Logger LOG = LoggerFactory.getLogger(Body.class);

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

    /**
     * Reads what is left of a body after the answer was sent, and forgets it. A connection closed over bytes that nobody
     * read is reset, and the reset takes the answer with it (RFC 9112, 9.6). At most a megabyte, and for two seconds.
     */
    static void skim(Context context) {
        long end = System.nanoTime() + SKIMMING.toNanos();
        byte[] piece = new byte[8 * 1024];
        int skimmed = 0;
        try {
            InputStream stream = context.req().getInputStream();
            for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                skimmed += read;
                if (skimmed > MOST_SKIMMED || System.nanoTime() > end) {
                    return;
                }
            }
        } catch (IOException gone) {
            LOG.debug("The rest of a refused body broke off: {}", gone.toString());
        }
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
