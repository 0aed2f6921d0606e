package dev.callboard.triage;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import dev.callboard.postgres.Transaction;
import dev.callboard.triage.StoreChecks.PostgresSight;

/** The SQL of a look at Postgres. */
final class StoreCheckStore {

    PostgresSight look(Transaction tx) {
        // what is due is judged by the server's own clock, as the relay does it
        return tx.handle().createQuery("""
                select pg_is_in_recovery() as standby, clock_timestamp() as now, exists (
                    select from outbox where done_at is null and not set_apart
                      and next_try < clock_timestamp() - interval '1 minute') as late
                """).map((row, context) -> new PostgresSight(row.getBoolean("standby"),
                Duration.between(row.getObject("now", OffsetDateTime.class).toInstant(), Instant.now()),
                row.getBoolean("late"))).one();
    }
}
