package dev.callboard.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestServers;
import dev.callboard.TestShop;
import dev.callboard.live.Signals;
import dev.callboard.orders.OrderState;
import dev.callboard.payments.CardShop.Started;
import dev.callboard.payments.StripeDouble.Answer;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;

/** The end of unfinished payments under the login of the background duties, which may do nothing interactive. */
class WorkerPaymentsTest {
    private final CardShop cards = new CardShop();
    private final TestShop worker = cards.shop.through(
            TestServers.addressFor(cards.shop.address, "callboard_worker"), cards.shop.redisServer.address());
    private final CardPayments duties = new CardPayments(worker.database,
            new CardPayments.Writing(worker.prompt, worker.outbox, worker.alerts,
                    Currency.getInstance("EUR")),
            worker.transitions,
            cards.provider);

    @AfterEach
    void close() {
        worker.close();
        cards.close();
    }

    @Test
    @Tag("S07")
    @Tag("L08")
    void theWorkerMayMakePaidWhatWasPaidJustInTime() {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());

        assertThat(duties.expireOverdue(Duration.ZERO, 50)).isZero();

        assertThat(cards.state(payment)).isEqualTo(OrderState.PAID);
        assertThat(cards.shop.orders.find(payment.order()).orElseThrow().jobNumber()).isNotNull();
    }

    @Test
    @Tag("S07")
    @Tag("L08")
    void theWorkerMayEndWhatNobodyPaid() {
        Started unpaid = cards.started();
        assertThat(duties.expireOverdue(Duration.ZERO, 50)).isEqualTo(1);
        assertThat(cards.state(unpaid)).isEqualTo(OrderState.EXPIRED);
        assertThat(cards.held()).isZero();
    }

    @Test
    @Tag("S07")
    @Tag("A06")
    void theDeskOfATicketHearsOfAnOrderThatNobodyPaid() {
        Started unpaid = cards.started();
        BusinessDay day = new BusinessDay(ZoneId.of("UTC"), LocalTime.of(4, 0));
        new Queues(cards.shop.database, day, Signals.none()).add("A", "Collect");
        new Tickets(cards.shop.database, day, Signals.none())
                .join(new JoinRequest("A", "ada", 0, unpaid.order(), null));

        duties.expireOverdue(Duration.ZERO, 50);

        assertThat(cards.shop.number("select count(*) from outbox where kind = 'notice'")).isEqualTo(1);
    }

    /** One payment at fault keeps no other's goods. */
    @Test
    @Tag("S07")
    @Tag("F10")
    void aPaymentThatCannotBeEndedHoldsUpNoOther() {
        Started stuck = cards.started();
        Started next = cards.started();
        cards.stripe.trouble(call -> call.contains(stuck.intent()) ? Answer.silence() : null);

        assertThatThrownBy(() -> duties.expireOverdue(Duration.ZERO, 50));

        assertThat(cards.state(stuck)).isEqualTo(OrderState.PAYMENT_PENDING);
        assertThat(cards.state(next)).isEqualTo(OrderState.EXPIRED);
        cards.stripe.noTrouble();
        assertThat(duties.expireOverdue(Duration.ZERO, 50)).isEqualTo(1);
    }
}
