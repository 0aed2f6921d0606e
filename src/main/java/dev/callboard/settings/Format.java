package dev.callboard.settings;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.callboard.refusals.StorableText;

/**
 * How the text of a setting becomes its value.
 *
 * @param expected completes "must be …" for people
 * @param read throws an {@link IllegalArgumentException} or {@link DateTimeException} for a text that does not fit
 */
public record Format<T>(String expected, Function<String, T> read) {
    /** What the language of a ticket may be long, in characters. */
    private static final int LONGEST_LANGUAGE = 35;
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    static final Format<String> TEXT = new Format<>("some text", Format::text);
    static final Format<Duration> DURATION_TEXT = new Format<>("a duration such as 100ms, 5s, 10m or 24h",
            Format::duration);
    static final Format<LocalTime> TIME_OF_DAY = new Format<>("a time of day such as 04:00",
            text -> LocalTime.parse(text, DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)));
    static final Format<ZoneId> ZONE = new Format<>("a time zone such as Europe/London", ZoneId::of);
    static final Format<Currency> CURRENCY = new Format<>("a currency code such as GBP", Currency::getInstance);
    static final Format<Locale> LOCALE = new Format<>("a language tag such as en-GB", Format::locale);
    static final Format<String> LANGUAGES = new Format<>("language tags parted by commas, such as en,de",
            Format::languages);
    static final Format<URI> MAIL_SERVER = new Format<>("an address such as smtp://host:25", Format::mailServer);

    static final Format<URI> WEB_SERVER = new Format<>("an address such as https://api.example", Format::webServer);

    static final Format<PinHash> PIN = new Format<>("what 'callboard kiosk --make-pin' prints", PinHash::parse);

    static final Format<Integer> TEXT_SIZE = new Format<>("100, 115 or 130", text -> {
        int percent = Integer.parseInt(text.replace("%", "").strip());
        if (percent != 100 && percent != 115 && percent != 130) {
            throw new IllegalArgumentException(text);
        }
        return percent;
    });

    static final Format<String> THEME = new Format<>("light or dark", text -> {
        if (!text.equals("light") && !text.equals("dark")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    });

    /** Texts of a length that the stores keep. @param longest in characters */
    static Format<String> textUpTo(int longest) {
        return new Format<>("a text of 1 to " + longest + " characters", text -> {
            if (!StorableText.fits(text, longest)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /** Whole numbers from a least one on. */
    static Format<Integer> wholeFrom(int least) {
        return new Format<>("a whole number, at least " + least, text -> {
            int number = Integer.parseInt(text);
            if (number < least) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    static Format<Integer> wholeBetween(int least, int most) {
        return new Format<>("a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException();
            }
            return number;
        });
    }

    /**
     * Reads a duration such as {@code 100ms}, {@code 5s}, {@code 10m}, {@code 24h} or {@code 2d}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Duration duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static String text(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static String languages(String text) {
        List<String> tags = Stream.of(text.split(",")).map(String::strip).filter(tag -> !tag.isEmpty()).toList();
        if (tags.isEmpty() || tags.stream().anyMatch(tag -> locale(tag).toLanguageTag().length() > LONGEST_LANGUAGE)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Locale locale(String text) {
        try {
            return new Locale.Builder().setLanguageTag(text).build();
        } catch (IllformedLocaleException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static URI mailServer(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null || !("smtp".equals(uri.getScheme()) || "smtps".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(text);
        }
        return uri;
    }

    private static URI webServer(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(text);
        }
        return uri;
    }
}
