package dev.callboard.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/** The SQL of refunds: keyed by the payment, so that there is one for ever. */
final class RefundStore {

    /** What giving back needs. @param old true where it has been owed for longer than a provider remembers */
    record Claim(Refund refund, UUID order, long orderNumber, String intent, boolean old) {}

    List<Refund> oweAll(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                insert into refund (payment_id, order_id, amount, state)
                select id, order_id, amount, 'DUE' from payment
                where order_id = :order and state = 'CAPTURED' and amount > 0
                on conflict do nothing
                returning payment_id, amount, state, done_at,
                  (select provider = 'COUNTER' from payment where id = payment_id) as by_hand
                """).bind("order", order).map(RefundStore::refund).list();
    }

    List<Refund> oweOne(Transaction tx, UUID payment) {
        return tx.handle().createQuery("""
                insert into refund (payment_id, order_id, amount, state)
                select id, order_id, amount, 'DUE' from payment where id = :payment and state = 'CAPTURED'
                on conflict do nothing
                returning payment_id, amount, state, done_at,
                  (select provider = 'COUNTER' from payment where id = payment_id) as by_hand
                """).bind("payment", payment).map(RefundStore::refund).list();
    }

    List<Refund> ofOrder(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select r.payment_id, r.amount, r.state, r.done_at, p.provider = 'COUNTER' as by_hand
                from refund r join payment p on p.id = r.payment_id where r.order_id = :order order by r.created_at
                """).bind("order", order).map(RefundStore::refund).list();
    }

    Optional<Claim> claim(Transaction tx, UUID payment, Duration remembered) {
        return tx.handle()
                .createQuery(
                        """
                                select r.payment_id, r.amount, r.state, r.done_at, r.order_id, o.number, p.intent, p.provider = 'COUNTER' as by_hand,
                                  r.created_at < callboard_now() - make_interval(secs => :seconds) as old
                                from refund r join payment p on p.id = r.payment_id join orders o on o.id = r.order_id
                                where r.payment_id = :payment
                                """)
                .bind("payment", payment).bind("seconds", remembered.toMillis() / 1000.0)
                .map((row, context) -> new Claim(refund(row, context), row.getObject("order_id", UUID.class),
                        row.getLong("number"), row.getString("intent"), row.getBoolean("old")))
                .findOne();
    }

    boolean done(Transaction tx, UUID payment, String providerId) {
        return tx.handle().createUpdate("""
                update refund set state = 'DONE', done_at = callboard_now(), provider_id = :providerId, failure = null
                where payment_id = :payment and state = 'DUE'
                """).bind("payment", payment).bind("providerId", providerId).execute() == 1;
    }

    boolean failed(Transaction tx, UUID payment, String why) {
        return tx.handle().createUpdate("""
                update refund set state = 'FAILED', done_at = null, failure = :why
                where payment_id = :payment and state <> 'FAILED'
                """).bind("payment", payment).bind("why", why).execute() == 1;
    }

    private static Refund refund(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        return new Refund(row.getObject("payment_id", UUID.class), row.getBigDecimal("amount"), row.getString("state"),
                done == null ? null : done.toInstant(), row.getBoolean("by_hand"));
    }
}
