package dev.callboard.parts;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * Two languages that nobody speaks, made from English for tests: en-XA has texts 30 % longer, ar-XB runs from right to
 * left. They lie among the classes of the tests and in no jar.
 */
public final class PseudoLanguages {
    public static final Locale LONGER = Locale.forLanguageTag("en-XA");
    public static final Locale MIRRORED = Locale.forLanguageTag("ar-XB");

    private PseudoLanguages() {}

    /** Makes both known; to be called before the first text in one of them. */
    public static void prepare() {
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/i18n/texts.properties"))) {
            Properties english = new Properties();
            english.load(reader);
            Properties longer = new Properties();
            english.forEach((key, text) -> longer.setProperty((String) key, stretched((String) text)));
            write("texts_en_XA", longer);
            write("texts_ar_XB", english);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Longer by 30 %, at its end, where no value is put in. */
    static String stretched(String text) {
        int more = (int) Math.ceil(text.replaceAll("\\{[^}]*}", "").length() * 0.3);
        return more == 0 ? text : text + "ë".repeat(more);
    }

    private static void write(String name, Properties texts) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/test-classes/i18n"));
        try (Writer writer = Files.newBufferedWriter(folder.resolve(name + ".properties"))) {
            texts.store(writer, null);
        }
    }
}
