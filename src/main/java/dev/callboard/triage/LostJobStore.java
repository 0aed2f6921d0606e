package dev.callboard.triage;

import java.util.List;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** The SQL that finds failed orders that somebody waits for. */
final class LostJobStore {

    /** FAILED orders for which somebody has an open ticket. */
    List<UUID> waitedFor(Transaction tx) {
        return tx.handle().createQuery("""
                select distinct o.id from ticket t join orders o on o.id = t.order_id
                where t.state in ('WAITING', 'CALLED', 'SERVING', 'HELD') and o.state = 'FAILED'
                """).mapTo(UUID.class).list();
    }
}
