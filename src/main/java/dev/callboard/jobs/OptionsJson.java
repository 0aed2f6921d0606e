package dev.callboard.jobs;

import java.math.BigDecimal;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Job options as BullMQ stores them. Read with patience: numbers may be in exponent form, empty lists may be objects,
 * and what is no JSON at all counts as no options.
 */
final class OptionsJson {
    static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private OptionsJson() {}

    static String write(JobOptions options, String id) {
        ObjectNode node = JSON.createObjectNode();
        node.put("attempts", options.attempts());
        if (options.backoff() != null) {
            ObjectNode backoff = node.putObject("backoff").put("type", options.backoff().type().text()).put("delay",
                    options.backoff().delay().toMillis());
            if (options.backoff().jitter() > 0) {
                backoff.put("jitter", options.backoff().jitter());
            }
        }
        if (options.priority() > 0) {
            node.put("priority", options.priority());
        }
        if (millis(options.delay()) > 0) {
            node.put("delay", millis(options.delay()));
        }
        if (options.lifo()) {
            node.put("lifo", true);
        }
        write(node, "removeOnComplete", options.removeOnComplete());
        write(node, "removeOnFail", options.removeOnFail());
        if (id != null) {
            node.put("jobId", id);
        }
        return node.toString();
    }

    private static void write(ObjectNode node, String field, KeepPolicy keep) {
        if (keep == null) {
            return;
        }
        if (keep.count() >= 0 && keep.age() == null) {
            node.put(field, keep.count());
        } else if (keep.age() == null) {
            node.put(field, false);
        } else {
            ObjectNode policy = node.putObject(field).put("age", keep.age().toSeconds());
            if (keep.count() >= 0) {
                policy.put("count", keep.count());
            }
            if (keep.most() != KeepPolicy.ALL.most()) {
                policy.put("limit", keep.most());
            }
        }
    }

    static long millis(Duration duration) {
        return duration == null ? 0 : duration.toMillis();
    }

    /** What a worker needs to know of stored options. */
    static StoredOptions read(String opts) {
        JsonNode node = tree(opts);
        return new StoredOptions(Math.max(1, whole(node.path("attempts"), 1)), backoff(node.path("backoff")),
                node.path("lifo").asBoolean(), keep(node.path("removeOnComplete")), keep(node.path("removeOnFail")),
                (int) whole(node.path("stackTraceLimit"), Integer.MAX_VALUE), whole(node.path("kl"), 0));
    }

    private static Backoff backoff(JsonNode node) {
        if (node.isNumber()) {
            return Backoff.fixed(Duration.ofMillis(whole(node, 0)));
        }
        if (!node.isObject()) {
            return Backoff.NONE;
        }
        Backoff.Type type = node.path("type").asText().equals("exponential")
                ? Backoff.Type.EXPONENTIAL
                : Backoff.Type.FIXED;
        return new Backoff(type, Duration.ofMillis(whole(node.path("delay"), 0)), node.path("jitter").asDouble());
    }

    private static KeepPolicy keep(JsonNode node) {
        if (node.isBoolean()) {
            return node.asBoolean() ? KeepPolicy.NONE : KeepPolicy.ALL;
        }
        if (node.isNumber()) {
            return KeepPolicy.newest(whole(node, -1));
        }
        if (!node.isObject()) {
            return null;
        }
        JsonNode age = node.path("age");
        return new KeepPolicy(whole(node.path("count"), -1), age.isNumber() ? Duration.ofSeconds(whole(age, 0)) : null,
                whole(node.path("limit"), KeepPolicy.ALL.most()));
    }

    private static long whole(JsonNode node, long otherwise) {
        if (!node.isNumber()) {
            return otherwise;
        }
        BigDecimal value = node.decimalValue();
        return value.min(BigDecimal.valueOf(Long.MAX_VALUE)).max(BigDecimal.valueOf(Long.MIN_VALUE)).longValue();
    }

    private static JsonNode tree(String opts) {
        try {
            return JSON.readTree(opts == null ? "" : opts);
        } catch (JsonProcessingException broken) {
            return JSON.createObjectNode();
        }
    }
}
