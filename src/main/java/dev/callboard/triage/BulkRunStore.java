package dev.callboard.triage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/** The SQL of runs. */
final class BulkRunStore {
    private static final String COLUMNS = """
            select id, at, actor, action, title, reason, canary, pause_millis, asked, state, note, ended_at,
              total, done, moved, gone, refused, canary_refused
            from bulk_run
            """;

    long insert(Transaction tx, BulkAction action, String title, String reason, RunPace pace, int total) {
        return tx.handle().createQuery("""
                insert into bulk_run (action, title, reason, canary, pause_millis, total)
                values (:action, :title, :reason, :canary, :pause, :total) returning id
                """).bind("action", action.name()).bind("title", title).bind("reason", reason)
                .bind("canary", pace.canary()).bind("pause", pace.between().toMillis()).bind("total", total)
                .mapTo(Long.class).one();
    }

    void insertItems(Transaction tx, long run, List<BulkRunItem> items) {
        PreparedBatch batch = tx.handle().prepareBatch("""
                insert into bulk_run_item (run_id, position, queue, job_id, shown, order_id, round, failed_at)
                values (:run, :position, :queue, :job, :shown, cast(:order as uuid), cast(:round as int),
                  cast(:failedAt as timestamptz))
                """);
        for (BulkRunItem item : items) {
            batch.bind("run", run).bind("position", item.position()).bind("queue", item.key().queue())
                    .bind("job", item.key().id()).bind("shown", item.shown())
                    .bind("order", item.seen() == null ? null : item.seen().order())
                    .bind("round", item.seen() == null ? null : item.seen().round())
                    .bind("failedAt", item.failedAt() == null ? null : item.failedAt().atOffset(ZoneOffset.UTC)).add();
        }
        batch.execute();
    }

    Optional<BulkRun> find(Transaction tx, long id) {
        return tx.handle().createQuery(COLUMNS + "where id = :id").bind("id", id).map(BulkRunStore::run).findOne();
    }

    /** Runs that have not ended, and those that ended within the time; the newest first. */
    List<BulkRun> recent(Transaction tx, Duration endedWithin) {
        return tx.handle().createQuery(COLUMNS + """
                where ended_at is null or ended_at > callboard_now() - make_interval(secs => :seconds)
                order by id desc
                """).bind("seconds", endedWithin.toSeconds()).map(BulkRunStore::run).list();
    }

    List<BulkRunItem> items(Transaction tx, long run) {
        return tx.handle().createQuery("""
                select position, queue, job_id, shown, order_id, round, failed_at, result, message, at
                from bulk_run_item where run_id = :run order by position
                """).bind("run", run).map(BulkRunStore::item).list();
    }

    /** Moves a run from one of these states. @return empty where it is in none of them */
    Optional<BulkRun> move(Transaction tx, long id, Collection<BulkRunState> from, BulkRunState to, String note) {
        int moved = tx.handle().createUpdate("""
                update bulk_run set state = :to, note = coalesce(:note, note), asked = asked or state = 'ASKING',
                  ended_at = case when :to in ('STOPPED', 'DONE') then callboard_now() end,
                  lease = case when :to = 'RUNNING' then null else lease end
                where id = :id and state = any (:from)
                """).bind("id", id).bind("to", to.name()).bind("note", note)
                .bindArray("from", String.class, from.stream().map(Enum::name).toArray()).execute();
        return moved == 0 ? Optional.empty() : find(tx, id);
    }

    /** Takes a run that nobody works at; the oldest first. */
    Optional<Long> claim(Transaction tx, UUID lease, Duration length) {
        return tx.handle().createQuery("""
                update bulk_run set lease = :lease, lease_until = clock_timestamp() + make_interval(secs => :seconds)
                where id = (select id from bulk_run
                    where state = 'RUNNING' and (lease is null or lease_until < clock_timestamp())
                    order by id limit 1 for update skip locked)
                returning id
                """).bind("lease", lease).bind("seconds", length.toMillis() / 1000.0).mapTo(Long.class).findOne();
    }

    /** Keeps the run for another while. @return false where it is no longer ours, or no longer runs */
    boolean renew(Transaction tx, long id, UUID lease, Duration length) {
        return tx.handle().createUpdate("""
                update bulk_run set lease_until = clock_timestamp() + make_interval(secs => :seconds)
                where id = :id and lease = :lease and state = 'RUNNING'
                """).bind("id", id).bind("lease", lease).bind("seconds", length.toMillis() / 1000.0).execute() == 1;
    }

    void release(Transaction tx, long id, UUID lease) {
        tx.handle().createUpdate("update bulk_run set lease = null where id = :id and lease = :lease").bind("id", id)
                .bind("lease", lease).execute();
    }

    Optional<BulkRunItem> nextOpen(Transaction tx, long run) {
        return tx.handle().createQuery("""
                select position, queue, job_id, shown, order_id, round, failed_at, result, message, at
                from bulk_run_item where run_id = :run and result is null order by position limit 1
                """).bind("run", run).map(BulkRunStore::item).findOne();
    }

    /** Writes an item's result, once, and counts it. */
    void finish(Transaction tx, long run, int position, BulkRunItem.Result result, String message) {
        tx.handle().createUpdate("""
                with finished as (
                  update bulk_run_item set result = :result, message = :message, at = callboard_now()
                  where run_id = :run and position = :position and result is null returning position)
                update bulk_run set done = done + (:result = 'DONE')::int, moved = moved + (:result = 'MOVED')::int,
                  gone = gone + (:result = 'GONE')::int, refused = refused + (:result = 'REFUSED')::int,
                  canary_refused = canary_refused + (:result = 'REFUSED' and finished.position < canary)::int
                from finished where id = :run
                """).bind("run", run).bind("position", position).bind("result", result.name())
                .bind("message", message).execute();
    }

    private static BulkRun run(ResultSet row, StatementContext context) throws SQLException {
        return new BulkRun(row.getLong("id"), time(row, "at"), row.getString("actor"),
                BulkAction.valueOf(row.getString("action")), row.getString("title"), row.getString("reason"),
                new RunPace(row.getInt("canary"), Duration.ofMillis(row.getInt("pause_millis"))),
                row.getBoolean("asked"), BulkRunState.valueOf(row.getString("state")), row.getString("note"),
                time(row, "ended_at"), new RunTally(row.getInt("total"), row.getInt("done"), row.getInt("moved"),
                        row.getInt("gone"), row.getInt("refused"), row.getInt("canary_refused")));
    }

    private static BulkRunItem item(ResultSet row, StatementContext context) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        String result = row.getString("result");
        return new BulkRunItem(row.getInt("position"), new JobKey(row.getString("queue"), row.getString("job_id")),
                row.getString("shown"), order == null ? null : new OrderRound(order, row.getInt("round")),
                time(row, "failed_at"), result == null ? null : BulkRunItem.Result.valueOf(result),
                row.getString("message"), time(row, "at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
