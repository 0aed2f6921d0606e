package dev.callboard.console.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.callboard.triage.FailedQuery;
import dev.callboard.triage.FailedQueryParser;
import dev.callboard.triage.FailedRow;
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
