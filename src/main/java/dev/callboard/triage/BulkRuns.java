package dev.callboard.triage;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.callboard.audit.AuditEntry;
import dev.callboard.audit.AuditLog;
import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;

/**
 * Bulk actions over frozen lists of jobs. A run stands in Postgres, so that it outlives the console that started it:
 * whoever holds its lease goes on with what is open. The login that works at an item is the one its audit names.
 */
public final class BulkRuns {
    private static final int LONGEST_TITLE = 200;

    private final Database database;
    private final AuditLog audit;
    private final Signals signals;
    private final BulkRunStore store = new BulkRunStore();

    public BulkRuns(Database database, AuditLog audit, Signals signals) {
        this.database = database;
        this.audit = audit;
        this.signals = signals;
    }

    /**
     * Freezes the jobs as they are in the list; they are acted on one by one from now on.
     *
     * @param title what they are, in a few words
     * @param reason may be null for a retry
     * @throws Refusal {@code invalid} without jobs, or without a reason
     */
    public BulkRun start(BulkAction action, List<FailedJob> jobs, String title, String reason, RunPace pace) {
        if (jobs.isEmpty()) {
            throw Refusal.invalid("There is no job to act on.");
        }
        if (action != BulkAction.RETRY) {
            Cancellations.requireReason(reason);
        }
        List<FailedJob> frozen = List.copyOf(jobs.stream().collect(Collectors.toMap(
                job -> new JobKey(job.queue(), job.id()), Function.identity(), (one, again) -> one,
                LinkedHashMap::new)).values());
        List<BulkRunItem> items = IntStream.range(0, frozen.size())
                .mapToObj(index -> BulkRunItem.of(index, frozen.get(index))).toList();
        BulkRun run = database.transaction(tx -> {
            long id = store.insert(tx, action, shortened(title), reason, pace, items.size());
            store.insertItems(tx, id, items);
            audit.write(tx, new AuditEntry(null, "run.start", "run", Long.toString(id), reason, Map.of(),
                    Map.of("action", action.name(), "jobs", items.size(), "state", BulkRunState.RUNNING.name())));
            return store.find(tx, id).orElseThrow();
        });
        signals.changed(Topic.runs());
        return run;
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    /** Runs that are open, and those that ended within the time; the newest first. */
    public List<BulkRun> recent(Duration endedWithin) {
        return database.transaction(tx -> store.recent(tx, endedWithin));
    }

    public Optional<BulkRun> find(long id) {
        return database.transaction(tx -> store.find(tx, id));
    }

    /** Every job of a run with its result, in the order of the list. */
    public List<BulkRunItem> items(long id) {
        return database.transaction(tx -> store.items(tx, id));
    }

    /** After the job that is in hand. @throws Refusal {@code wrong_state} */
    public BulkRun pause(long id) {
        return move(id, EnumSet.of(BulkRunState.RUNNING), BulkRunState.PAUSED, "run.pause");
    }

    /** Goes on after a pause, or after the first few. @throws Refusal {@code wrong_state} */
    public BulkRun resume(long id) {
        return move(id, EnumSet.of(BulkRunState.PAUSED, BulkRunState.ASKING), BulkRunState.RUNNING, "run.resume");
    }

    /** For good, after the job that is in hand; what is done stays done. @throws Refusal {@code wrong_state} */
    public BulkRun stop(long id) {
        return move(id, EnumSet.of(BulkRunState.RUNNING, BulkRunState.PAUSED, BulkRunState.ASKING),
                BulkRunState.STOPPED, "run.stop");
    }

    private BulkRun move(long id, Set<BulkRunState> from, BulkRunState to, String action) {
        BulkRun moved = database.transaction(tx -> {
            Optional<BulkRun> run = store.move(tx, id, from, to, null);
            run.ifPresent(now -> note(tx, id, action, to));
            return run;
        }).orElseThrow(() -> Refusal.wrongState("Run " + id,
                find(id).orElseThrow(() -> Refusal.notFound("run", Long.toString(id))).state()));
        signals.changed(Topic.runs());
        return moved;
    }

    private void note(Transaction tx, long id, String action, BulkRunState to) {
        audit.write(tx, new AuditEntry(null, action, "run", Long.toString(id), null, Map.of(),
                Map.of("state", to.name())));
    }

    /** Takes a run that nobody works at, for so long; the oldest first. */
    Optional<RunLease> claim(Duration length) {
        UUID token = UUID.randomUUID();
        return database.transaction(tx -> store.claim(tx, token, length))
                .map(id -> new RunLease(id, token, length));
    }

    /** The next job without a result, with its run. @return empty where the run is no longer ours, or does not run */
    Optional<Turn> next(RunLease lease) {
        return database.transaction(tx -> store.renew(tx, lease.run(), lease.token(), lease.length())
                ? store.nextOpen(tx, lease.run())
                        .map(item -> new Turn(store.find(tx, lease.run()).orElseThrow(), item))
                : Optional.<Turn>empty());
    }

    /** A job whose turn has come. */
    public record Turn(BulkRun run, BulkRunItem item) {}

    /** Lets others have the run. */
    void release(RunLease lease) {
        database.transaction(tx -> {
            store.release(tx, lease.run(), lease.token());
            return null;
        });
    }

    /** Writes that the item is done, in the transaction that does it. */
    void done(Transaction tx, Turn turn) {
        store.finish(tx, turn.run().id(), turn.item().position(), BulkRunItem.Result.DONE, null);
    }

    /** Writes an item's result where it has none yet, and ends the run or asks when it is time. */
    void finished(Turn turn, BulkRunItem.Result result, String message) {
        database.transaction(tx -> {
            store.finish(tx, turn.run().id(), turn.item().position(), result, message);
            BulkRun now = store.find(tx, turn.run().id()).orElseThrow();
            BulkRunState next = now.next();
            if (now.state() == BulkRunState.RUNNING && next != null) {
                store.move(tx, now.id(), EnumSet.of(BulkRunState.RUNNING), next,
                        next == BulkRunState.STOPPED ? "More than one in ten was refused." : null)
                        .ifPresent(moved -> note(tx, now.id(), "run." + word(next), next));
            }
            return null;
        });
        signals.changed(Topic.runs());
    }

    private static String word(BulkRunState next) {
        return switch (next) {
            case DONE -> "end";
            case STOPPED -> "stop";
            default -> "ask";
        };
    }
}
