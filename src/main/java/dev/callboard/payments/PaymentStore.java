package dev.callboard.payments;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** The SQL of payments at the counter. */
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

    Optional<Payment> capturedPayment(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select id, amount, captured_at, provider = 'COUNTER' as by_hand from payment
                where order_id = :order and state = 'CAPTURED' order by captured_at limit 1
                """).bind("order", order)
                .map((row, context) -> new Payment(row.getObject("id", UUID.class), row.getBigDecimal("amount"),
                        row.getObject("captured_at", OffsetDateTime.class).toInstant(), row.getBoolean("by_hand")))
                .findOne();
    }

    /** Every attempt to pay the order, oldest first. */
    List<OrderPayment> ofOrder(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select p.id, p.provider, p.state, p.amount, p.captured_at, p.failure, r.state as refund
                from payment p left join refund r on r.payment_id = p.id where p.order_id = :order
                order by p.created_at, p.id
                """).bind("order", order).map((row, context) -> {
            OffsetDateTime captured = row.getObject("captured_at", OffsetDateTime.class);
            return new OrderPayment(row.getObject("id", UUID.class), row.getString("provider"), row.getString("state"),
                    row.getBigDecimal("amount"), captured == null ? null : captured.toInstant(),
                    row.getString("failure"), row.getString("refund"));
        }).list();
    }

    /** The payment that an order waits for and of which a person was told that it cannot be ended. */
    Optional<UUID> stuck(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select current_payment from orders join alert on alert.subject_id = current_payment::text
                where orders.id = :order and state = 'PAYMENT_PENDING' and kind = 'payment.stuck'
                  and subject_kind = 'payment'
                """).bind("order", order).mapTo(UUID.class).findFirst();
    }
}
