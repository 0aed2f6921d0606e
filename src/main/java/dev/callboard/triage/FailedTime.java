package dev.callboard.triage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of failure as a person types it: {@code today}, {@code yesterday}, a day {@code 2026-11-20}, a time of today
 * {@code 14:05}, or an age {@code 90m}, {@code 2h}, {@code 3d}, alone, compared with {@code >} or {@code <}, or as
 * {@code a..b}. Later is greater for days and times; older is greater for ages.
 *
 * @param typed as it was typed
 */
public record FailedTime(String typed) {
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})(s|m|h|d)");

    /** @return empty for what is no time */
    static Optional<FailedTime> read(String typed) {
        String rest = typed.replaceFirst("^(>=|<=|>|<)", "");
        if (rest.equals(typed) && typed.contains("..")) {
            String[] ends = typed.split("\\.\\.", 2);
            boolean same = AGE.matcher(ends[0]).matches() == AGE.matcher(ends[1]).matches();
            return same && isPoint(ends[0]) && isPoint(ends[1]) ? Optional.of(new FailedTime(typed)) : Optional.empty();
        }
        return isPoint(rest) ? Optional.of(new FailedTime(typed)) : Optional.empty();
    }

    private static boolean isPoint(String text) {
        QueryMoment any = new QueryMoment(Instant.EPOCH, java.time.ZoneOffset.UTC, java.util.Set.of(),
                java.util.Set.of(), java.util.Set.of());
        return AGE.matcher(text).matches() || span(text, any) != null;
    }

    /** A stretch of time. @param end not included */
    private record Span(Instant begin, Instant end) {}

    boolean includes(Instant at, QueryMoment moment) {
        String rest = typed.replaceFirst("^(>=|<=|>|<)", "");
        String sign = typed.substring(0, typed.length() - rest.length());
        if (sign.isEmpty() && typed.contains("..")) {
            String[] ends = typed.split("\\.\\.", 2);
            return compare(at, ">=", ends[0], moment) && compare(at, "<=", ends[1], moment);
        }
        return compare(at, sign, rest, moment);
    }

    private static boolean compare(Instant at, String sign, String point, QueryMoment moment) {
        Optional<Duration> age = age(point);
        if (age.isPresent()) {
            int older = Duration.between(at, moment.now()).compareTo(age.get());
            return switch (sign) {
                case ">" -> older > 0;
                case ">=" -> older >= 0;
                case "<" -> older < 0;
                default -> older <= 0;
            };
        }
        Span span = span(point, moment);
        return switch (sign) {
            case ">" -> !at.isBefore(span.end());
            case ">=" -> !at.isBefore(span.begin());
            case "<" -> at.isBefore(span.begin());
            case "<=" -> at.isBefore(span.end());
            default -> !at.isBefore(span.begin()) && at.isBefore(span.end());
        };
    }

    private static Optional<Duration> age(String text) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(age.group(1));
        return Optional.of(switch (age.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        });
    }

    /** The day or minute that the text names; null where it names none. */
    private static Span span(String text, QueryMoment moment) {
        LocalDate today = moment.now().atZone(moment.zone()).toLocalDate();
        try {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "today" -> day(today, moment);
                case "yesterday" -> day(today.minusDays(1), moment);
                default -> text.contains("-") ? day(LocalDate.parse(text), moment)
                        : minute(today.atTime(LocalTime.parse(text)).atZone(moment.zone()), text);
            };
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static Span day(LocalDate day, QueryMoment moment) {
        return new Span(day.atStartOfDay(moment.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(moment.zone()).toInstant());
    }

    private static Span minute(ZonedDateTime at, String text) {
        boolean withSeconds = text.chars().filter(letter -> letter == ':').count() > 1;
        return new Span(at.toInstant(), (withSeconds ? at.plusSeconds(1) : at.plusMinutes(1)).toInstant());
    }
}
