package dev.callboard.payments;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** The SQL of payments and refunds. */
final class PaymentStore {

    void captured(Transaction tx, UUID payment, UUID order, BigDecimal amount) {
        tx.handle().createUpdate("""
                insert into payment (id, order_id, provider, state, amount, captured_at)
                values (:id, :order, 'COUNTER', 'CAPTURED', :amount, callboard_now())
                """).bind("id", payment).bind("order", order).bind("amount", amount).execute();
    }

    /** RESERVED and still in time. @return the amount due, or empty where it is not */
    Optional<BigDecimal> start(Transaction tx, UUID order, UUID payment) {
        return tx.handle().createQuery("""
                update orders set state = 'PAYMENT_PENDING', current_payment = :payment
                where id = :order and state = 'RESERVED' and expires_at > callboard_now() returning total
                """).bind("order", order).bind("payment", payment).mapTo(BigDecimal.class).findOne();
    }

    /** @return the round in which the order wants its job */
    int paid(Transaction tx, UUID order, UUID payment) {
        return tx.handle().createQuery("""
                update orders set state = 'PAID', paid_by = :payment, paid_at = callboard_now(), round = round + 1,
                  job_number = coalesce(job_number, nextval('job_number'))
                where id = :order and state = 'PAYMENT_PENDING' and current_payment = :payment returning round
                """).bind("order", order).bind("payment", payment).mapTo(Integer.class).one();
    }

    /** One refund per captured payment, for ever, of the whole amount. */
    List<Refund> refund(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                insert into refund (payment_id, order_id, amount, state)
                select id, order_id, amount, 'DUE' from payment
                where order_id = :order and state = 'CAPTURED' and amount > 0
                on conflict do nothing returning payment_id, amount, state
                """).bind("order", order).map((row, context) -> refund(row)).list();
    }

    List<Refund> refunds(Transaction tx, UUID order) {
        return tx.handle().createQuery("select payment_id, amount, state from refund where order_id = :order")
                .bind("order", order).map((row, context) -> refund(row)).list();
    }

    Optional<Payment> capturedPayment(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select id, amount, captured_at from payment where order_id = :order and state = 'CAPTURED'
                order by captured_at limit 1
                """).bind("order", order)
                .map((row, context) -> new Payment(row.getObject("id", UUID.class), row.getBigDecimal("amount"),
                        row.getObject("captured_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    private static Refund refund(ResultSet row) throws SQLException {
        return new Refund(row.getObject("payment_id", UUID.class), row.getBigDecimal("amount"), row.getString("state"));
    }
}
