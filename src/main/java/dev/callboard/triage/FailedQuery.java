package dev.callboard.triage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which failed jobs are meant. Pure: the same row and moment always give the same answer. {@link #toString} writes it as
 * a person would type it.
 */
public sealed interface FailedQuery {

    /** True where the row is meant. */
    boolean matches(FailedRow row, QueryMoment moment);

    /** Every row. */
    record All() implements FailedQuery {
        @Override
        public boolean matches(FailedRow row, QueryMoment moment) {
            return true;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    /** A text anywhere: in id, number, name, error, data, order or customer, in any case. */
    record Word(String text) implements FailedQuery {
        @Override
        public boolean matches(FailedRow row, QueryMoment moment) {
            FailedJob job = row.job();
            return Stream
                    .of(job.id(), job.shownNumber(), job.name(), job.error(), job.data(), number(job), customer(job))
                    .anyMatch(contains(text));
        }

        @Override
        public String toString() {
            return quoted(text);
        }
    }

    /** Where a text is looked for. */
    enum TextField {
        ERROR, QUEUE, NAME, STEP, CUSTOMER, GROUP;

        String of(FailedRow row) {
            return switch (this) {
                case ERROR -> row.job().error();
                case QUEUE -> row.job().queue();
                case NAME -> row.job().name();
                case STEP -> row.step();
                case CUSTOMER -> customer(row.job());
                case GROUP -> row.fingerprint();
            };
        }
    }

    /** A text in one field, in any case. A step is found with or without its hyphen. */
    record Text(TextField field, String text) implements FailedQuery {
        @Override
        public boolean matches(FailedRow row, QueryMoment moment) {
            return contains(field == TextField.STEP ? text.replace("-", "") : text).test(field.of(row));
        }

        @Override
        public String toString() {
            return field.name().toLowerCase(Locale.ROOT) + ":" + quoted(text);
        }
    }

    /** What a number is compared with. */
    enum NumberField {
        ORDER, ATTEMPTS, STAKE;

        BigDecimal of(FailedRow row) {
            return switch (this) {
                case ORDER -> row.job().order() == null ? null : BigDecimal.valueOf(row.job().order().number());
                case ATTEMPTS -> row.job().missing() ? null : BigDecimal.valueOf(row.job().attempts());
                case STAKE -> row.job().stake();
            };
        }
    }

    /** A number between two others, each included or not; null for no limit. An unknown number is in no range. */
    record Number(NumberField field, BigDecimal low, boolean lowIn, BigDecimal high, boolean highIn)
            implements
                FailedQuery {
        @Override
        public boolean matches(FailedRow row, QueryMoment moment) {
            BigDecimal value = field.of(row);
            return value != null && isAbove(value) && isBelow(value);
        }

        private boolean isAbove(BigDecimal value) {
            return low == null || value.compareTo(low) > 0 || lowIn && value.compareTo(low) == 0;
        }

        private boolean isBelow(BigDecimal value) {
            return high == null || value.compareTo(high) < 0 || highIn && value.compareTo(high) == 0;
        }

        @Override
        public String toString() {
            return field.name().toLowerCase(Locale.ROOT) + ":"
                    + FailedQuery.range(low == null ? null : low.toPlainString(), lowIn,
                            high == null ? null : high.toPlainString(), highIn);
        }
    }

    /** Failed within a time. */
    record Failed(FailedTime time) implements FailedQuery {
        @Override
        public boolean matches(FailedRow row, QueryMoment moment) {
            Instant at = row.job().failedAt();
            return at != null && time.includes(at, moment);
        }

        @Override
        public String toString() {
            return "failed:" + time.typed();
        }
    }

    /** What a job or its group may be. */
    enum Flag {
        CLAIMED, MINE, WAITED, LOST, BROKEN
    }

    /** {@code is:claimed} and its like. */
    record Is(Flag flag) implements FailedQuery {
        @Override
        public boolean matches(FailedRow row, QueryMoment moment) {
            return switch (flag) {
                case CLAIMED -> moment.claimed().contains(row.fingerprint());
                case MINE -> moment.mine().contains(row.fingerprint());
                case WAITED -> row.job().order() != null && moment.waitedFor().contains(row.job().order().uuid());
                case LOST -> row.job().lost();
                case BROKEN -> row.isBroken();
            };
        }

        @Override
        public String toString() {
            return "is:" + flag.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Not this. */
    record Not(FailedQuery query) implements FailedQuery {
        @Override
        public boolean matches(FailedRow row, QueryMoment moment) {
            return !query.matches(row, moment);
        }

        @Override
        public String toString() {
            return "-" + inner(query);
        }
    }

    /** All of these; two or more. */
    record And(List<FailedQuery> queries) implements FailedQuery {
        @Override
        public boolean matches(FailedRow row, QueryMoment moment) {
            return queries.stream().allMatch(query -> query.matches(row, moment));
        }

        @Override
        public String toString() {
            return queries.stream().map(FailedQuery::inner).collect(Collectors.joining(" "));
        }
    }

    /** One of these; two or more. */
    record Or(List<FailedQuery> queries) implements FailedQuery {
        @Override
        public boolean matches(FailedRow row, QueryMoment moment) {
            return queries.stream().anyMatch(query -> query.matches(row, moment));
        }

        @Override
        public String toString() {
            return queries.stream().map(FailedQuery::inner).collect(Collectors.joining(" or "));
        }
    }

    private static String inner(FailedQuery query) {
        return query instanceof And || query instanceof Or ? "(" + query + ")" : query.toString();
    }

    private static String range(String low, boolean lowIn, String high, boolean highIn) {
        if (high == null) {
            return (lowIn ? ">=" : ">") + low;
        }
        if (low == null) {
            return (highIn ? "<=" : "<") + high;
        }
        return low.equals(high) ? low : low + ".." + high;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static Predicate<String> contains(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return where -> where != null && where.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static String number(FailedJob job) {
        return job.order() == null ? null : String.valueOf(job.order().number());
    }

    private static String customer(FailedJob job) {
        return job.order() == null ? null : job.order().customer();
    }
}
