package dev.callboard.console.triage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A job's data, line by line: as a tree with what is private hidden, and as what differs between two versions. */
final class PayloadLines {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);
    private static final Pattern PRIVATE = Pattern.compile(
            "(?i).*(e-?mail|phone|password|passwd|secret|token|card|iban|address|birth).*");
    private static final String HIDDEN = "(hidden)";
    private static final int MOST_LINES = 2_000;

    private PayloadLines() {}

    /**
     * One line of the tree.
     *
     * @param path of the value, dots between the names
     * @param value as JSON writes it; for an object or list how many it holds
     * @param hidden true where the value is private and was not asked for
     */
    record Line(int depth, String path, String name, String value, boolean hidden) {}

    /** The tree; hidden fields by their names, unless their path was asked for. */
    static List<Line> tree(String data, List<String> revealed) {
        List<Line> lines = new ArrayList<>();
        try {
            children(JSON.readTree(data), 0, "", revealed, lines);
        } catch (JsonProcessingException notJson) {
            return List.of();
        }
        return lines;
    }

    private static void children(JsonNode node, int depth, String path, List<String> revealed, List<Line> lines) {
        if (node.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext();) {
                Map.Entry<String, JsonNode> field = fields.next();
                add(field.getKey(), field.getValue(), depth, path, revealed, lines);
            }
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                add(String.valueOf(index), node.get(index), depth, path, revealed, lines);
            }
        } else {
            lines.add(new Line(depth, path, "", node.toString(), false));
        }
    }

    private static void add(String name, JsonNode node, int depth, String path, List<String> revealed,
            List<Line> lines) {
        if (lines.size() >= MOST_LINES) {
            return;
        }
        String here = path.isEmpty() ? name : path + "." + name;
        boolean hidden = PRIVATE.matcher(name).matches() && !revealed.contains(here);
        if (hidden || node.isValueNode()) {
            lines.add(new Line(depth, here, name, hidden ? "" : node.toString(), hidden));
            return;
        }
        lines.add(
                new Line(depth, here, name, (node.isObject() ? "{" : "[") + node.size() + (node.isObject() ? "}" : "]"),
                        false));
        children(node, depth + 1, here, revealed, lines);
    }

    /**
     * The same with every private value as {@value #HIDDEN}, for what leaves the console: looking at one is written down,
     * and a file keeps it. Texts that are JSON themselves, such as a job's data within its evidence, are treated alike.
     */
    static JsonNode withoutPrivate(JsonNode node) {
        if (node.isObject()) {
            ObjectNode shown = JSON.createObjectNode();
            node.fields().forEachRemaining(field -> shown.set(field.getKey(), PRIVATE.matcher(field.getKey()).matches()
                    ? TextNode.valueOf(HIDDEN)
                    : withoutPrivate(field.getValue())));
            return shown;
        }
        if (node.isArray()) {
            ArrayNode shown = JSON.createArrayNode();
            node.forEach(each -> shown.add(withoutPrivate(each)));
            return shown;
        }
        return node.isTextual() ? TextNode.valueOf(withoutPrivate(node.textValue())) : node;
    }

    /** As {@link #withoutPrivate(JsonNode)} for JSON as text; what has nothing private stays to the letter. */
    private static String withoutPrivate(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            JsonNode shown = node.isContainerNode() ? withoutPrivate(node) : node;
            return shown.equals(node) ? text : JSON.writeValueAsString(shown);
        } catch (JsonProcessingException notJson) {
            return text;
        }
    }

    static String pretty(String json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json));
        } catch (JsonProcessingException notJson) {
            return json;
        }
    }

    static boolean isJson(String text) {
        try {
            return !text.isBlank() && !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    /** A line of a comparison. @param sign {@code +} only in the new one, {@code -} only in the old one, or a space */
    record Change(char sign, String text) {}

    /** How two texts differ, line by line: the longest common lines stay. Very long texts are not compared. */
    static List<Change> changes(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        if (old.size() > MOST_LINES || now.size() > MOST_LINES) {
            return List.of();
        }
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                changes.add(new Change(' ', old.get(i++)));
                j++;
            } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                changes.add(new Change('-', old.get(i++)));
            } else {
                changes.add(new Change('+', now.get(j++)));
            }
        }
        return changes;
    }
}
