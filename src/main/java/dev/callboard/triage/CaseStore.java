package dev.callboard.triage;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** The SQL of what stands around one job's order. */
final class CaseStore {

    /** Every failure of the order's steps, oldest first. */
    List<StepFailure> failures(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select at, name, run, error from fulfilment_failure where order_id = :order order by id
                """).bind("order", order)
                .map((row, context) -> new StepFailure(row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("name"), row.getInt("run"), row.getString("error")))
                .list();
    }

    /** The open ticket that is about the order. */
    Optional<WaitingTicket> ticket(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select ticket_code(t.origin, t.number) as code, q.name as queue, t.joined_at from ticket t
                  join queue q on q.code = t.queue
                where t.order_id = :order and t.state in ('WAITING', 'CALLED', 'SERVING', 'HELD')
                order by t.joined_at desc limit 1
                """).bind("order", order).map((row, context) -> new WaitingTicket(row.getString("code"),
                row.getString("queue"), row.getObject("joined_at", OffsetDateTime.class).toInstant())).findOne();
    }

    /** What was captured for the order, and not given back. */
    BigDecimal captured(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select coalesce(sum(p.amount), 0) from payment p where p.order_id = :order and p.state = 'CAPTURED'
                  and not exists (select from refund r where r.payment_id = p.id and r.state = 'DONE')
                """).bind("order", order).mapTo(BigDecimal.class).one();
    }
}
