package dev.callboard.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes answers as JSON; by Jackson's generator alone, for its mapper would double the time of a short command. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static String of(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(json, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Document document -> writeFields(json, document.fields());
            case Map<?, ?> fields -> writeFields(json, fields);
            case Iterable<?> items -> {
                json.writeStartArray();
                for (Object item : items) {
                    write(json, item);
                }
                json.writeEndArray();
            }
            case Document.RawJson raw -> json.writeRawValue(raw.text());
            case Boolean truth -> json.writeBoolean(truth);
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            case Double number -> json.writeNumber(number);
            case Number number -> json.writeNumber(number.longValue());
            default -> json.writeString(value.toString());
        }
    }

    private static void writeFields(JsonGenerator json, Map<?, ?> fields) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            json.writeFieldName(field.getKey().toString());
            write(json, field.getValue());
        }
        json.writeEndObject();
    }
}
