package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * Everything that Redis holds of one queue, in words that do not depend on the queue's name, the time, or who holds a
 * lock; to be compared with another queue.
 */
final class Keyspace {
    private static final Pattern TIME = Pattern.compile("\\b1[78]\\d{11}\\b");
    private static final Pattern DUE_SCORE = Pattern.compile("\\b7\\.?\\d{15}(E15|e\\+15)?\\b");
    private static final Pattern TOKEN = Pattern.compile("a-token|[0-9a-f-]{36}:\\d+");

    private Keyspace() {}

    /** By key, without the start of its name. */
    static Map<String, Object> of(TestQueue test) {
        Map<String, Object> all = new TreeMap<>();
        String start = test.key("");
        for (Object key : keys(test, start)) {
            String suffix = ((String) key).substring(start.length());
            if (!suffix.equals("stalled-check")) {
                all.put(plain(suffix, start), content(test, suffix, start));
            }
        }
        return all;
    }

    private static List<?> keys(TestQueue test, String start) {
        return (List<?>) test.command("KEYS", start + "*");
    }

    private static Object content(TestQueue test, String suffix, String start) {
        String key = test.key(suffix);
        String type = test.type(suffix);
        boolean ends = !test.command("PTTL", key).toString().contains("-1");
        Object content = switch (type) {
            case "hash" -> hash((List<?>) test.command("HGETALL", key), start);
            case "list" -> ((List<?>) test.command("LRANGE", key, "0", "-1")).stream()
                    .map(value -> plain((String) value, start)).toList();
            case "zset" -> pairs((List<?>) test.command("ZRANGE", key, "0", "-1", "WITHSCORES"), start);
            case "set" -> ((List<?>) test.command("SMEMBERS", key)).stream().map(value -> plain((String) value, start))
                    .sorted().toList();
            case "stream" -> events((List<?>) test.command("XRANGE", key, "-", "+"), start);
            case "string" -> plain(test.text(suffix), start);
            default -> type;
        };
        return ends ? content + " for a time" : content;
    }

    private static Map<String, Object> hash(List<?> values, String start) {
        Map<String, Object> fields = pairs(values, start);
        // who started the queue last
        fields.remove("version");
        fields.computeIfPresent("stacktrace", (field, traces) -> Stacktraces.read((String) traces).size() + " traces");
        fields.computeIfPresent("opts", (field, json) -> read((String) json));
        fields.computeIfPresent("parent", (field, json) -> read((String) json));
        return fields;
    }

    private static Map<String, Object> pairs(List<?> values, String start) {
        Map<String, Object> pairs = new TreeMap<>();
        for (int at = 0; at + 1 < values.size(); at += 2) {
            pairs.put(plain((String) values.get(at), start), plain((String) values.get(at + 1), start));
        }
        return pairs;
    }

    private static List<String> events(List<?> entries, String start) {
        List<String> events = new ArrayList<>();
        for (Object entry : entries) {
            List<?> fields = (List<?>) ((List<?>) entry).getLast();
            Map<String, Object> rest = pairs(fields, start);
            events.add(rest.remove("event") + " " + rest);
        }
        return events;
    }

    /** Two are equal in whichever order their fields stand. */
    private static Object read(String json) {
        try {
            return OptionsJson.JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            return json;
        }
    }

    private static String plain(String text, String start) {
        String name = start.substring("bull:".length(), start.length() - 1);
        String plain = text.replace(start, "P:").replace("bull:" + name, "P").replace("\\/", "/");
        plain = TIME.matcher(DUE_SCORE.matcher(plain).replaceAll("DUE")).replaceAll("TIME");
        return TOKEN.matcher(plain).replaceAll("TOKEN");
    }
}
