package dev.callboard.orders;

import java.util.List;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** Finds the orders whose job must be somewhere in Redis. */
final class JobRepairStore {

    record Unfinished(UUID id, int round) {}

    /** By id, from the one after the given id on; without those whose job is on its way. */
    List<Unfinished> unfinished(Transaction tx, UUID after, int limit) {
        return tx.handle().createQuery("""
                select id, round from orders
                where state in ('PAID', 'PROCESSING') and id > :after and not exists (
                  select from outbox where outbox.kind = 'job' and outbox.key = orders.id::text and done_at is null)
                order by id limit :limit
                """).bind("after", after).bind("limit", limit)
                .map((row, context) -> new Unfinished(row.getObject("id", UUID.class), row.getInt("round"))).list();
    }
}
