package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * Everything that Redis holds of one queue, in words that do not depend on the queue's name, on when this was, or on who
 * holds a lock; to be compared with another queue. A time is told by the part of the test it belongs to, see {@link Clock}.
 */
final class Keyspace {
    private static final Pattern TIME = Pattern.compile("(?<![\\w.-])1[78]\\d{11}(?!\\w)");
    private static final Pattern DUE_SCORE = Pattern.compile("(?<![\\w-])7\\.?\\d{15}(E15|e\\+15)?(?!\\w)");
    private static final Pattern TOKEN = Pattern.compile("a-token|[0-9a-f-]{36}:\\d+(:\\w)?");

    private final TestQueue test;
    private final String start;
    private final Clock clock;

    private Keyspace(TestQueue test, Clock clock) {
        this.test = test;
        this.start = test.key("");
        this.clock = clock;
    }

    /** By key, without the start of its name. */
    static Map<String, Object> of(TestQueue test, Clock clock) {
        return new Keyspace(test, clock).all();
    }

    private Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        for (Object key : (List<?>) test.command("KEYS", start + "*")) {
            String suffix = ((String) key).substring(start.length());
            if (!suffix.equals("stalled-check")) {
                all.put(plain(suffix), content(suffix));
            }
        }
        all.put("(times that do not fit)", clock.contradictions(test));
        return all;
    }

    private Object content(String suffix) {
        String key = test.key(suffix);
        String type = test.type(suffix);
        boolean ends = !test.command("PTTL", key).toString().contains("-1");
        Object content = switch (type) {
            case "hash" -> hash((List<?>) test.command("HGETALL", key));
            case "list" -> ((List<?>) test.command("LRANGE", key, "0", "-1")).stream()
                    .map(value -> plain((String) value)).toList();
            case "zset" -> pairs((List<?>) test.command("ZRANGE", key, "0", "-1", "WITHSCORES"));
            case "set" -> ((List<?>) test.command("SMEMBERS", key)).stream().map(value -> plain((String) value))
                    .sorted().toList();
            case "stream" -> events((List<?>) test.command("XRANGE", key, "-", "+"));
            case "string" -> plain(test.text(suffix));
            default -> type;
        };
        return ends ? content + " for a time" : content;
    }

    private Map<String, Object> hash(List<?> values) {
        Map<String, Object> fields = pairs(values);
        // who started the queue last
        fields.remove("version");
        fields.computeIfPresent("stacktrace", (field, traces) -> Stacktraces.read((String) traces).size() + " traces");
        fields.computeIfPresent("opts", (field, json) -> read((String) json));
        fields.computeIfPresent("parent", (field, json) -> read((String) json));
        return fields;
    }

    private Map<String, Object> pairs(List<?> values) {
        Map<String, Object> pairs = new TreeMap<>();
        for (int at = 0; at + 1 < values.size(); at += 2) {
            pairs.put(plain((String) values.get(at)), plain((String) values.get(at + 1)));
        }
        return pairs;
    }

    private List<String> events(List<?> entries) {
        List<String> events = new ArrayList<>();
        for (Object entry : entries) {
            List<?> fields = (List<?>) ((List<?>) entry).getLast();
            Map<String, Object> rest = pairs(fields);
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

    private String plain(String text) {
        String name = start.substring("bull:".length(), start.length() - 1);
        String plain = text.replace(start, "P:").replace("bull:" + name, "P").replace("\\/", "/");
        plain = DUE_SCORE.matcher(plain).replaceAll(score -> clock.due(score.group()));
        plain = TIME.matcher(plain).replaceAll(time -> clock.words(Long.parseLong(time.group())));
        return TOKEN.matcher(plain).replaceAll("TOKEN");
    }
}
