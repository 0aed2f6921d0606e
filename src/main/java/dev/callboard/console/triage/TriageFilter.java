package dev.callboard.console.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.callboard.triage.FailedQuery;
import dev.callboard.triage.FailedQueryParser;
import dev.callboard.triage.FailedRow;
import dev.callboard.triage.FailureGroup;
import dev.callboard.triage.QueryFault;
import dev.callboard.triage.QueryMoment;

/**
 * Which failed jobs the list shows.
 *
 * @param queue or null for every queue
 * @param groups fingerprints of which one is wanted; empty for every kind of error
 * @param typed as it stands in the field
 * @param query what that means
 */
record TriageFilter(String queue, Set<String> groups, String typed, FailedQuery query) {
    static final TriageFilter ALL = new TriageFilter(null, Set.of(), "", new FailedQuery.All());

    /** The same with another text. @throws QueryFault where it cannot be read */
    TriageFilter typed(String text) throws QueryFault {
        return new TriageFilter(queue, groups, text, FailedQueryParser.parse(text));
    }

    /** The same in one queue, or in all for null. */
    TriageFilter inQueue(String name) {
        return new TriageFilter(name, groups, typed, query);
    }

    /** The same for these kinds of error. */
    TriageFilter ofGroups(Set<String> fingerprints) {
        return new TriageFilter(queue, Set.copyOf(fingerprints), typed, query);
    }

    boolean matches(FailedRow row, QueryMoment moment) {
        return (queue == null || queue.equals(row.job().queue()))
                && (groups.isEmpty() || groups.contains(row.fingerprint())) && query.matches(row, moment);
    }

    /** True where this kind of error was asked for: by a click on it, or by words that it has and others may not have. */
    boolean names(FailureGroup group) {
        return groups.contains(group.fingerprint()) || groups.isEmpty() && Boolean.TRUE.equals(named(query, group));
    }

    /** Whether a query asks for that kind of error; null where it says nothing of errors. */
    private static Boolean named(FailedQuery query, FailureGroup group) {
        return switch (query) {
            case FailedQuery.Text(FailedQuery.TextField field, String text) when field == FailedQuery.TextField.GROUP ->
                has(group.fingerprint(), text);
            case FailedQuery.Text(FailedQuery.TextField field, String text) when field == FailedQuery.TextField.ERROR ->
                has(group.error(), text);
            case FailedQuery.And(List<FailedQuery> queries) -> queries.stream().map(each -> named(each, group))
                    .filter(Objects::nonNull).reduce(Boolean::logicalAnd).orElse(null);
            case FailedQuery.Or(List<FailedQuery> queries) -> queries.stream().map(each -> named(each, group))
                    .filter(Objects::nonNull).reduce(Boolean::logicalOr).orElse(null);
            case FailedQuery.Not(FailedQuery other) -> {
                Boolean excluded = named(other, group);
                yield Boolean.TRUE.equals(excluded) ? Boolean.FALSE : null;
            }
            default -> null;
        };
    }

    private static boolean has(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    boolean isAll() {
        return queue == null && groups.isEmpty() && query instanceof FailedQuery.All;
    }

    /** The whole filter as one query, as it may be kept. */
    String asQuery() {
        List<String> parts = new ArrayList<>();
        if (!typed.isBlank()) {
            parts.add(query instanceof FailedQuery.Or && !(queue == null && groups.isEmpty()) ? "(" + typed + ")"
                    : typed);
        }
        if (queue != null) {
            parts.add("queue:\"" + queue + '"');
        }
        if (!groups.isEmpty()) {
            String either = groups.stream().sorted().map(group -> "group:\"" + group.replace("\"", "") + '"')
                    .collect(Collectors.joining(" or "));
            parts.add(groups.size() > 1 ? "(" + either + ")" : either);
        }
        return String.join(" ", parts);
    }
}
