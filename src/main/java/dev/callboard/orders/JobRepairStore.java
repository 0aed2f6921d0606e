package dev.callboard.orders;

import java.util.List;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** Finds orders whose job must stand at a certain place in Redis, of which no outbox row is on its way: one set apart never arrives. */
final class JobRepairStore {

    /** An order in the generation in which it was seen. */
    record Seen(UUID id, OrderState state, int round, int run) {}

    /** PAID and PROCESSING orders by id, from the one after the given id on. */
    List<Seen> unfinished(Transaction tx, UUID after, int limit) {
        return seen(tx, "state in ('PAID', 'PROCESSING')", after, limit);
    }

    /** FAILED orders by id, from the one after the given id on. */
    List<Seen> failed(Transaction tx, UUID after, int limit) {
        return seen(tx, "state = 'FAILED'", after, limit);
    }

    /** Those among the orders that are done for good. */
    List<Seen> done(Transaction tx, List<UUID> ids) {
        return tx.handle().createQuery("""
                select id, state, round, run from orders
                where id = any (:ids) and state in ('COMPLETED', 'CANCELLED', 'EXPIRED') and not exists (
                  select from outbox where outbox.kind = 'job' and outbox.key = orders.id::text and done_at is null
                    and not set_apart)
                """).bindArray("ids", UUID.class, ids.toArray()).map((row, context) -> new Seen(
                row.getObject("id", UUID.class), OrderState.valueOf(row.getString("state")), row.getInt("round"),
                row.getInt("run"))).list();
    }

    private static List<Seen> seen(Transaction tx, String states, UUID after, int limit) {
        return tx.handle().createQuery("""
                select id, state, round, run from orders
                where <states> and id > :after and not exists (
                  select from outbox where outbox.kind = 'job' and outbox.key = orders.id::text and done_at is null
                    and not set_apart)
                order by id limit :limit
                """).define("states", states).bind("after", after).bind("limit", limit)
                .map((row, context) -> new Seen(row.getObject("id", UUID.class),
                        OrderState.valueOf(row.getString("state")), row.getInt("round"), row.getInt("run")))
                .list();
    }
}
