package dev.callboard.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts failed jobs together by kind of error. */
final class FailureGroups {
    static final int HOURS = 24;

    private FailureGroups() {}

    /** The largest first. @param rows newest first */
    static List<FailureGroup> of(List<FailedRow> rows, Map<String, GroupClaim> claims, Instant now) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (FailedRow row : rows) {
            tallies.computeIfAbsent(row.fingerprint(), fingerprint -> new Tally(row)).add(row.job().failedAt(), now);
        }
        return tallies.values().stream()
                .sorted(Comparator.comparingLong((Tally tally) -> tally.count).reversed()
                        .thenComparing(tally -> tally.newest.fingerprint()))
                .map(tally -> tally.group(claims.get(tally.newest.fingerprint()))).toList();
    }

    private static final class Tally {
        private final FailedRow newest;
        private final Integer[] hourly = new Integer[HOURS];
        private long count;
        private Instant first;
        private Instant last;

        Tally(FailedRow newest) {
            this.newest = newest;
            Arrays.fill(hourly, 0);
        }

        void add(Instant at, Instant now) {
            count++;
            if (at == null) {
                return;
            }
            first = first == null || at.isBefore(first) ? at : first;
            last = last == null || at.isAfter(last) ? at : last;
            long hoursAgo = Math.max(0, Duration.between(at, now).toHours());
            if (hoursAgo < HOURS) {
                hourly[HOURS - 1 - (int) hoursAgo]++;
            }
        }

        FailureGroup group(GroupClaim claim) {
            String error = newest.job().error() == null ? "" : newest.job().error();
            return new FailureGroup(newest.fingerprint(), error, newest.step(), count, first, last,
                    List.of(hourly), claim);
        }
    }
}
