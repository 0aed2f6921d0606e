package dev.callboard.triage;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.callboard.postgres.Transaction;

/** The SQL of what stands around one job's order. */
final class CaseStore {

    /** Every failure of the order's steps, oldest first. */
    List<StepFailure> failures(Transaction tx, UUID order) {
        return tx.handle()
                .createQuery(
                        """
                                select at, name, run, error, took_millis, worker from fulfilment_failure where order_id = :order order by id
                                """)
                .bind("order", order)
                .map((row, context) -> new StepFailure(row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("name"), row.getInt("run"), row.getString("error"),
                        row.getObject("took_millis") == null ? null : Duration.ofMillis(row.getLong("took_millis")),
                        row.getString("worker")))
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

    /** What was paid for the order, and what of it was given back. */
    JobCase.Money money(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select coalesce(sum(p.amount), 0) as captured, min(p.captured_at) as at,
                  coalesce(sum(r.amount), 0) as refunded
                from payment p left join refund r on r.payment_id = p.id and r.state = 'DONE'
                where p.order_id = :order and p.state = 'CAPTURED'
                """).bind("order", order).map((row, context) -> {
            OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
            return new JobCase.Money(row.getBigDecimal("captured"), at == null ? null : at.toInstant(),
                    row.getBigDecimal("refunded"));
        }).one();
    }

    /** Units in stock of the order's products, by SKU. */
    Map<String, Long> onHand(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select sku, on_hand from product where sku in (select sku from order_line where order_id = :order)
                """).bind("order", order).map((row, context) -> Map.entry(row.getString("sku"), row.getLong("on_hand")))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
