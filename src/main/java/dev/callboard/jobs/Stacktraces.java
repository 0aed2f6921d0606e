package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** The stored stack traces: a JSON array of texts, one per failed attempt, oldest first. */
final class Stacktraces {
    private Stacktraces() {}

    /** What is stored; text that is no such array counts as one trace. */
    static List<String> read(String stored) {
        if (stored == null || stored.isEmpty()) {
            return List.of();
        }
        try {
            JsonNode node = OptionsJson.JSON.readTree(stored);
            if (node.isArray()) {
                List<String> traces = new ArrayList<>();
                node.forEach(trace -> traces.add(trace.isTextual() ? trace.textValue() : trace.toString()));
                return List.copyOf(traces);
            }
            // an empty list that passed through Lua
            return node.isEmpty() && node.isObject() ? List.of() : List.of(stored);
        } catch (JsonProcessingException broken) {
            return List.of(stored);
        }
    }

    /** The stored ones and one more, of which the last {@code limit} stay. */
    static String with(String stored, String trace, int limit) {
        List<String> traces = new ArrayList<>(read(stored));
        traces.add(trace);
        ArrayNode array = OptionsJson.JSON.createArrayNode();
        traces.subList(Math.max(0, traces.size() - Math.max(0, limit)), traces.size()).forEach(array::add);
        return array.toString();
    }
}
