package dev.callboard.payments;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/** The SQL of payments by card. Whoever writes has locked the order's row. */
final class CardPaymentStore {
    private static final String COLUMNS = "select p.id, p.order_id, p.state, p.amount, p.intent from payment p ";

    void started(Transaction tx, UUID payment, UUID order, BigDecimal amount) {
        tx.handle().createUpdate("""
                insert into payment (id, order_id, provider, state, amount)
                values (:id, :order, 'STRIPE', 'STARTED', :amount)
                """).bind("id", payment).bind("order", order).bind("amount", amount).execute();
    }

    /** The card payment that an order waits for. */
    Optional<CardPayment> current(Transaction tx, UUID order) {
        return tx.handle().createQuery(COLUMNS + """
                join orders o on o.current_payment = p.id
                where o.id = :order and o.state = 'PAYMENT_PENDING' and p.provider = 'STRIPE' and p.state = 'STARTED'
                """).bind("order", order).map(CardPaymentStore::payment).findOne();
    }

    /** By our id or, where the provider did not tell it, by its own. */
    Optional<CardPayment> find(Transaction tx, UUID payment, String intent) {
        return tx.handle()
                .createQuery(
                        COLUMNS + """
                                where p.provider = 'STRIPE' and (p.id = cast(:id as uuid) or cast(:id as uuid) is null and p.intent = :intent)
                                """)
                .bind("id", payment).bind("intent", intent).map(CardPaymentStore::payment).findOne();
    }

    /** Protocol, rule 25: only an order that still waits for this very payment gets its form. */
    boolean handOut(Transaction tx, UUID payment, String intent) {
        return tx.handle()
                .createUpdate(
                        """
                                update payment set intent = :intent
                                where id = :id and state = 'STARTED' and (intent is null or intent = :intent) and exists (select from orders
                                  where orders.id = order_id and orders.state = 'PAYMENT_PENDING' and current_payment = payment.id)
                                """)
                .bind("id", payment).bind("intent", intent).execute() == 1;
    }

    /** @return false where the money was known of already */
    boolean capture(Transaction tx, UUID payment, String intent) {
        return tx.handle().createUpdate("""
                update payment set state = 'CAPTURED', captured_at = callboard_now(), failure = null,
                  intent = coalesce(intent, :intent)
                where id = :id and state <> 'CAPTURED'
                """).bind("id", payment).bind("intent", intent).execute() == 1;
    }

    /** @return false where the payment is over already */
    boolean fail(Transaction tx, UUID payment, String why) {
        return tx.handle()
                .createUpdate(
                        "update payment set state = 'FAILED', failure = :why where id = :id and state = 'STARTED'")
                .bind("id", payment).bind("why", why).execute() == 1;
    }

    /** True where somebody may have the form and pay. */
    boolean isHandedOut(Transaction tx, UUID payment) {
        return tx.handle().createQuery("select intent is not null from payment where id = :id").bind("id", payment)
                .mapTo(Boolean.class).one();
    }

    /** Protocol, rule 27: whichever payment the money came by, an order that nobody paid yet is PAID by it. */
    Optional<Integer> paid(Transaction tx, UUID order, UUID payment) {
        return tx.handle().createQuery("""
                update orders set state = 'PAID', current_payment = :payment, paid_by = :payment,
                  paid_at = callboard_now(), round = round + 1, job_number = coalesce(job_number, nextval('job_number'))
                where id = :order and state = 'PAYMENT_PENDING' and paid_by is null returning round
                """).bind("order", order).bind("payment", payment).mapTo(Integer.class).findOne();
    }

    /** Money that came for a reservation after all: it passes PAYMENT_PENDING. */
    boolean pend(Transaction tx, UUID order, UUID payment) {
        return tx.handle().createUpdate("""
                update orders set state = 'PAYMENT_PENDING', current_payment = :payment
                where id = :order and state = 'RESERVED' and paid_by is null
                """).bind("order", order).bind("payment", payment).execute() == 1;
    }

    /**
     * Current card payments that were begun so long ago, the oldest first; those with which a person was told that the
     * provider does not let them end come last, or they would keep the others from their turn.
     */
    List<CardPayment> overdue(Transaction tx, Duration limit, int most) {
        return tx.handle().createQuery(COLUMNS + """
                join orders o on o.current_payment = p.id
                where o.state = 'PAYMENT_PENDING' and p.provider = 'STRIPE'
                  and p.created_at <= callboard_now() - make_interval(secs => :seconds)
                order by exists (select from alert where alert.kind = 'payment.stuck' and alert.subject_kind = 'payment'
                    and alert.subject_id = p.id::text), p.created_at, p.id limit :most
                """).bind("seconds", limit.toMillis() / 1000.0).bind("most", most).map(CardPaymentStore::payment)
                .list();
    }

    /** @return false where this message was taken in before */
    boolean firstTime(Transaction tx, ProviderEvent event, UUID payment) {
        return tx.handle().createUpdate("""
                insert into provider_event (id, type, payment_id) values (:id, :type, :payment) on conflict do nothing
                """).bind("id", event.id()).bind("type", event.type()).bind("payment", payment).execute() == 1;
    }

    boolean isKnown(Transaction tx, ProviderEvent event) {
        return tx.handle().createQuery("select exists (select from provider_event where id = :id)")
                .bind("id", event.id()).mapTo(Boolean.class).one();
    }

    private static CardPayment payment(ResultSet row, StatementContext context) throws SQLException {
        return new CardPayment(row.getObject("id", UUID.class), row.getObject("order_id", UUID.class),
                row.getString("state"), row.getBigDecimal("amount"), row.getString("intent"));
    }
}
