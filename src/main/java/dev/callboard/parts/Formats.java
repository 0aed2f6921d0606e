package dev.callboard.parts;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;

/** Times, spans and money as the shop writes them. */
public final class Formats {
    private final Locale locale;
    private final ZoneId zone;
    private final Currency currency;

    public Formats(Locale locale, ZoneId zone, Currency currency) {
        this.locale = locale;
        this.zone = zone;
        this.currency = currency;
    }

    /** Hours and minutes of the shop's clock. */
    public String minutes(Instant at) {
        return at == null ? "" : DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(zone));
    }

    /** The hour alone, for the axis of a chart. */
    public String hour(Instant at) {
        return DateTimeFormatter.ofPattern("HH", locale).format(at.atZone(zone));
    }

    /** The day of the week, in full. */
    public String weekday(Instant at) {
        return DateTimeFormatter.ofPattern("EEEE", locale).format(at.atZone(zone));
    }

    /** The time by the shop's clock. */
    public LocalTime timeOfDay(Instant at) {
        return at.atZone(zone).toLocalTime();
    }

    /** The shop's time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** The day of the week, the day and the month, in full. */
    public String day(Instant at) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.FULL, null,
                IsoChronology.INSTANCE, locale);
        return DateTimeFormatter.ofPattern(pattern.replaceAll("[,\\s.]*(('[^']*'\\s*)?[yu]+('[^']*')?)[,\\s]*", "")
                .replace(",", ""), locale).format(at.atZone(zone));
    }

    /** Hours, minutes and seconds of the shop's clock. */
    public String seconds(Instant at) {
        return at == null ? "" : DateTimeFormatter.ofPattern("HH:mm:ss", locale).format(at.atZone(zone));
    }

    /** Seconds of today's clock; for an earlier day, the day as well. */
    public String secondsOrDay(Instant at, Instant now) {
        if (at == null) {
            return "";
        }
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? seconds(at) : DateTimeFormatter.ofPattern("d MMM HH:mm", locale).format(at.atZone(zone));
    }

    /** Minutes of today's clock; for an earlier day, the day alone. */
    public String minutesOrDay(Instant at, Instant now) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? minutes(at) : DateTimeFormatter.ofPattern("EEE d MMM", locale).format(at.atZone(zone));
    }

    /** Minutes of today's clock; for a day of the week before, its name; for an earlier one, the day. */
    public String minutesOrWeekday(Instant at, Instant now) {
        long daysAgo = ChronoUnit.DAYS.between(at.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
        return daysAgo > 0 && daysAgo < 7 ? DateTimeFormatter.ofPattern("EEE", locale).format(at.atZone(zone))
                : minutesOrDay(at, now);
    }

    /** Under an hour {@code m:ss}, above {@code h:mm}, above a day {@code 3 d 4 h}; a negative span is none. */
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 3_600) {
            return "%d:%02d".formatted(seconds / 60, seconds % 60);
        }
        if (seconds < 86_400) {
            return "%d:%02d".formatted(seconds / 3_600, seconds / 60 % 60);
        }
        return "%d d %d h".formatted(seconds / 86_400, seconds / 3_600 % 24);
    }

    /** The amount with its sign of currency in front, for example {@code € 1,234.50}. */
    public String money(BigDecimal amount) {
        return currency.getSymbol(locale) + " " + amount(amount);
    }

    /** The amount alone, where its currency stands beside it. */
    public String amount(BigDecimal amount) {
        DecimalFormat figures = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(locale));
        figures.setMinimumFractionDigits(Math.max(0, currency.getDefaultFractionDigits()));
        figures.setMaximumFractionDigits(Math.max(0, currency.getDefaultFractionDigits()));
        return figures.format(amount);
    }

    /** A whole number with its thousands apart. */
    public String count(long number) {
        return String.format(locale, "%,d", number);
    }
}
