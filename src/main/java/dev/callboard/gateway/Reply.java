package dev.callboard.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import io.javalin.http.Context;

/** One JSON object, its fields in the order in which they were put. */
final class Reply {
    private static final ObjectMapper JSON = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .addModule(new com.fasterxml.jackson.databind.module.SimpleModule()
                    .addSerializer(java.time.Instant.class, ToStringSerializer.instance))
            .build();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    Reply with(String name, Object value) {
        fields.put(name, value instanceof Reply inner ? inner.fields : value);
        return this;
    }

    /** For lists of objects. */
    Map<String, Object> fields() {
        return fields;
    }

    void send(Context context, int status) {
        context.status(status).contentType("application/json").result(json());
    }

    /** Before the handler ends: for a client that is still sending. */
    void sendNow(Context context, int status) throws IOException {
        byte[] bytes = json().getBytes(StandardCharsets.UTF_8);
        context.status(status).contentType("application/json");
        context.res().setContentLength(bytes.length);
        context.res().getOutputStream().write(bytes);
        context.res().flushBuffer();
    }

    String json() {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The form of every complaint. */
    static Reply error(String code, String message) {
        return new Reply().with("error", new Reply().with("code", code).with("message", message));
    }
}
