package dev.callboard.console.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.callboard.console.triage.TriageSnapshot.CountedFilter;
import dev.callboard.console.triage.TriageSnapshot.Question;
import dev.callboard.jobs.QueueOverview;
import dev.callboard.triage.FailedCatalog;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.FailedQuery;
import dev.callboard.triage.FailedQueryParser;
import dev.callboard.triage.FailedRow;
import dev.callboard.triage.GroupClaim;
import dev.callboard.triage.KnownQueues;
import dev.callboard.triage.QueryFault;
import dev.callboard.triage.QueryMoment;
import dev.callboard.triage.SavedFilter;

/**
 * Reads what Triage shows, in the background. What was read once is kept; however many changes come, it rests as long as
 * a read takes, so that the machine has half its time for others.
 */
final class TriageReader {
    /** The filters that everybody has, under the keys of their names. */
    static final List<SavedFilter> STANDING = List.of(new SavedFilter(-1, "triage.filter.all", ""),
            new SavedFilter(-2, "triage.filter.waited", "is:waited"));
    private static final int READ_AT_ONCE = 2_000;
    private static final long LONGEST_REST_NANOS = 1_000_000_000L;
    private static final long SHORT_NANOS = 60_000_000L;

    private final TriageServices shop;
    private final FailedCatalog catalog;
    private final KnownQueues known;
    private long endedNanos;
    private long tookNanos;

    TriageReader(TriageServices shop) {
        this.shop = shop;
        this.catalog = shop.cases().catalog();
        this.known = new KnownQueues(shop.cases());
    }

    TriageSnapshot read(Question question) {
        rest();
        long began = System.nanoTime();
        try {
            return readNow(question);
        } finally {
            endedNanos = System.nanoTime();
            tookNanos = endedNanos - began;
        }
    }

    private void rest() {
        if (tookNanos > SHORT_NANOS) {
            long left = Math.min(tookNanos, LONGEST_REST_NANOS) - (System.nanoTime() - endedNanos);
            if (left > 0) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private TriageSnapshot readNow(Question question) {
        List<QueueOverview> queues = known.overviews();
        FailedCatalog.Contents contents = catalog.read(queues, question.stopped() ? 0 : READ_AT_ONCE);
        Instant now = shop.desk().now().get();
        Map<String, GroupClaim> claims = shop.desk().claims().all().stream()
                .collect(Collectors.toMap(GroupClaim::fingerprint, Function.identity()));
        QueryMoment moment = new QueryMoment(now, shop.desk().zone(), claims.keySet(), mine(claims),
                shop.cases().waitedFor());
        List<FailedRow> matching = question.filter().isAll() ? contents.rows()
                : contents.rows().stream().filter(row -> question.filter().matches(row, moment)).toList();
        List<FailedJob> shown = shop.cases().withPresentOrders(
                matching.stream().limit(question.limit()).map(FailedRow::job).toList());
        return new TriageSnapshot(now, question, queues, contents.rows(), contents.total(), matching, shown,
                contents.groups(claims, now), shop.orders().failedStake(), filters(contents.rows(), moment));
    }

    private static Set<String> mine(Map<String, GroupClaim> claims) {
        return claims.values().stream().filter(GroupClaim::mine).map(GroupClaim::fingerprint)
                .collect(Collectors.toSet());
    }

    private List<CountedFilter> filters(List<FailedRow> rows, QueryMoment moment) {
        List<SavedFilter> kept = new ArrayList<>(STANDING);
        kept.addAll(shop.desk().filters().all());
        return kept.stream().map(filter -> new CountedFilter(filter, count(filter, rows, moment))).toList();
    }

    private static long count(SavedFilter filter, List<FailedRow> rows, QueryMoment moment) {
        try {
            FailedQuery query = FailedQueryParser.parse(filter.query());
            return query instanceof FailedQuery.All ? rows.size()
                    : rows.stream().filter(row -> query.matches(row, moment)).count();
        } catch (QueryFault fromAnOlderVersion) {
            return -1;
        }
    }
}
