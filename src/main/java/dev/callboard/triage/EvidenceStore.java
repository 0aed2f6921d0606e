package dev.callboard.triage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.postgres.Transaction;

/** The SQL of evidence. */
final class EvidenceStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS = """
            select id, at, actor, cause, queue, job_id, order_id, round, failed_at, error, snapshot::text
            from job_evidence
            """;

    /** One row, before it has an id. */
    record NewRow(String cause, JobKey job, OrderRound order, Instant failedAt, String error, String snapshotJson) {}

    void insert(Transaction tx, Collection<NewRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.handle().prepareBatch("""
                insert into job_evidence (cause, queue, job_id, order_id, round, failed_at, error, snapshot)
                values (:cause, :queue, :job, cast(:order as uuid), cast(:round as int),
                  cast(:failedAt as timestamptz), :error, cast(:snapshot as jsonb))
                """);
        rows.forEach(row -> batch.bind("cause", row.cause()).bind("queue", row.job().queue())
                .bind("job", row.job().id()).bind("order", row.order() == null ? null : row.order().order())
                .bind("round", row.order() == null ? null : row.order().round())
                .bind("failedAt", row.failedAt() == null ? null : row.failedAt().atOffset(ZoneOffset.UTC))
                .bind("error", row.error()).bind("snapshot", row.snapshotJson()).add());
        batch.execute();
    }

    /** Evidence of one job, oldest first. */
    List<EvidenceRow> of(Transaction tx, JobKey job) {
        return tx.handle().createQuery(COLUMNS + "where queue = :queue and job_id = :job order by id")
                .bind("queue", job.queue()).bind("job", job.id()).map(EvidenceStore::row).list();
    }

    Set<String> known(Transaction tx, String queue, Collection<String> ids) {
        return tx.handle().createQuery("""
                select wanted.id from unnest(:ids) wanted(id)
                where exists (select from job_evidence e where e.queue = :queue and e.job_id = wanted.id)
                """).bindArray("ids", String.class, ids.toArray()).bind("queue", queue).mapTo(String.class).set();
    }

    Optional<EvidenceRow> latestFailure(Transaction tx, UUID order) {
        return tx.handle()
                .createQuery(COLUMNS + "where order_id = :order and failed_at is not null order by id desc limit 1")
                .bind("order", order).map(EvidenceStore::row).findOne();
    }

    List<EvidenceRow> latestFailures(Transaction tx, List<UUID> orders) {
        return tx.handle().createQuery("""
                select distinct on (order_id) id, at, actor, cause, queue, job_id, order_id, round, failed_at, error,
                  snapshot::text
                from job_evidence where order_id = any (:orders) and failed_at is not null order by order_id, id desc
                """).bindArray("orders", UUID.class, orders.toArray()).map(EvidenceStore::row).list();
    }

    private static EvidenceRow row(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime failed = row.getObject("failed_at", OffsetDateTime.class);
        try {
            return new EvidenceRow(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"), row.getString("cause"), row.getString("queue"), row.getString("job_id"),
                    row.getObject("order_id", UUID.class), row.getObject("round", Integer.class),
                    failed == null ? null : failed.toInstant(), row.getString("error"),
                    JSON.readTree(row.getString("snapshot")));
        } catch (JsonProcessingException broken) {
            throw new SQLException("evidence that is not JSON", broken);
        }
    }
}
