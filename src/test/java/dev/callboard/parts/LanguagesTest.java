package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every language says everything, in the same places, and no word is kept that nobody says. */
class LanguagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/i18n");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z_]+\\.[\\w.]*)\"");

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "pl"})
    void aLanguageHasEveryKeyAndNoOther(String language) {
        assertThat(texts("texts_" + language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts("texts").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "pl"})
    void aTranslationTakesTheValuesOfItsOriginal(String language) {
        Properties original = texts("texts");
        Properties translated = texts("texts_" + language);
        for (String key : original.stringPropertyNames()) {
            Set<String> more = places(translated.getProperty(key, ""));
            more.removeAll(places(original.getProperty(key)));
            assertThat(more).as("%s in %s", key, language).isEmpty();
            if (!places(original.getProperty(key)).isEmpty()) {
                assertThat(new MessageFormat(translated.getProperty(key), Locale.ROOT).getFormats()).as(key)
                        .isNotNull();
            }
        }
    }

    @Test
    void noWordIsKeptThatNobodySays() throws IOException {
        Set<String> said = new HashSet<>();
        for (Path source : sources()) {
            Matcher literals = LITERAL.matcher(Files.readString(source));
            while (literals.find()) {
                said.add(literals.group(1));
            }
            Matcher fxml = Pattern.compile("\"%([\\w.]+)\"").matcher(Files.readString(source));
            while (fxml.find()) {
                said.add(fxml.group(1));
            }
        }
        Set<String> unused = new TreeSet<>(texts("texts").stringPropertyNames());
        unused.removeIf(key -> !key.contains(".") || said.stream().anyMatch(word -> key.equals(word)
                || key.startsWith(word.endsWith(".") || word.endsWith("_") ? word : word + ".")));
        // keys of the keyboard and steps of fulfilment are named by what they are
        unused.removeIf(key -> key.startsWith("key.") || key.startsWith("step."));
        assertThat(unused).isEmpty();
    }

    /** In Polish 1, 2 and 5 of a thing are three words: where the number comes last, one word does for all. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 22, 112})
    void aPolishNumberStandsAfterItsWord(int many) {
        Texts polish = new Texts(Locale.of("pl"));
        assertThat(polish.of("triage.tries", many)).isEqualTo("próby: " + many);
        assertThat(polish.of("triage.group.jobs", many)).isEqualTo("zadania: " + many);
        assertThat(polish.of("triage.evidence.what", many, many))
                .isEqualTo("Dane, opcje, ślady stosu: %1$d, wiersze logu: %1$d".formatted(many));
        assertThat(polish.of("run.sum.tickets", many)).isEqualTo("Bilety: " + many);
        assertThat(polish.of("run.sum.tickets.what", many)).endsWith(" czeka: " + many);
    }

    /** Whatever is counted, one of it is one. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "en; tries|jobs|orders|units|products|tickets|attempts|entries|people|persons|screens|boards|services|digits"
                + "|holds|frames|traces|lines|runs|times|rows|refunds|fields|settings|changes|alerts|errors",
        "de; Versuche\\w?|Jobs|Aufträgen?|Produkten?|Tickets|Personen|Anzeigen|Anzeigetafeln|Ziffern|Zeilen|Logzeilen"
                + "|Stacktraces|Läufe|Erstattungen|Einträge|Bestellungen|Felder|Stücke",
        "es; intentos|tareas|trabajos|pedidos|unidades|productos|personas|pantallas|cifras|líneas|trazas|ejecuciones"
                + "|veces|reembolsos|servicios|campos|fallidas|movidas|más nuevas",
        "pl; \\w+ów|\\w+ych|osób|osoby|razy|próby|sztuki|ekrany|przebiegi"})
    void oneIsNotSeveral(String language, String several) {
        Pattern wrong = Pattern.compile("(?U)(?<![\\d.:])1 (" + several + ")\\b");
        Properties texts = texts(language.equals("en") ? "texts" : "texts_" + language);
        Object[] ones = {1, 1, 1, 1, 1, 1};
        for (String key : texts.stringPropertyNames()) {
            if (!places(texts.getProperty(key)).isEmpty()) {
                assertThat(new MessageFormat(texts.getProperty(key), Locale.of(language)).format(ones)).as(key)
                        .doesNotContainPattern(wrong);
            }
        }
    }

    @Test
    void aMissingLanguageIsEnglishWhateverThisMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new Texts(Locale.UK).of("kiosk.heading")).isEqualTo("How can we help?");
            assertThat(new Texts(Locale.of("fr")).of("kiosk.heading")).isEqualTo("How can we help?");
            assertThat(new Texts(Locale.GERMANY).of("kiosk.heading")).isEqualTo("Wie können wir helfen?");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> java = Files.walk(Path.of("src/main/java"));
                Stream<Path> fxml = Files.walk(Path.of("fxml"))) {
            return Stream.concat(java, fxml).filter(Files::isRegularFile).toList();
        }
    }

    private static Properties texts(String name) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name + ".properties"))) {
            texts.load(reader);
            return texts;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
