package dev.callboard.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.callboard.parts.Theme;

/** The values of the tokens, as the style sheets say them. */
final class TokenTable {
    private static final Pattern VALUE = Pattern.compile("-([a-z-]+): (#[0-9A-Fa-f]{6});");

    private TokenTable() {}

    /** Colour by name, without the hyphen before it. */
    static Map<String, String> of(Theme theme) {
        Map<String, String> values = new LinkedHashMap<>();
        read("/styles/tokens.css", values);
        if (theme == Theme.DARK) {
            read("/styles/dark.css", values);
        }
        return values;
    }

    private static void read(String sheet, Map<String, String> values) {
        try (InputStream in = Theme.class.getResourceAsStream(sheet)) {
            Matcher line = VALUE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (line.find()) {
                values.put(line.group(1), line.group(2));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
