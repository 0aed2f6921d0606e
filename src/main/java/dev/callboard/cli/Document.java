package dev.callboard.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of one JSON object in the order in which they were put. */
final class Document {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /**
     * Puts a field.
     *
     * @param value null, text, number, boolean, enum, UUID, instant, date, {@link Document}, {@link RawJson}, a list
     *        or a map of these
     */
    Document with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** Puts a field only where it says something. */
    Document withIf(boolean said, String name, Object value) {
        return said ? with(name, value) : this;
    }

    Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** A value that is JSON already. */
    record RawJson(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
