package dev.callboard.console.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.console.cancel.ReportRow.Look;
import dev.callboard.live.Signals;
import dev.callboard.payments.CardPayments;
import dev.callboard.payments.ProviderEvent;
import dev.callboard.sample.FixtureCards;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;

/** What is told after a cancel: what the server's own rows say has been done, and when. */
@Tag("A03")
class CancelReportTest {
    private final TestShop shop = new TestShop();
    private final CancelOfTests place = new CancelOfTests(shop);
    private UUID order;

    @BeforeEach
    void fail() throws InterruptedException {
        shop.receive("HOSE", 7);
        shop.receive("DRIVER", 1);
        order = shop.failedAfterShipping("Niamh Gallagher", new StockLine("HOSE", 2), new StockLine("DRIVER", 1));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void eachEffectIsToldWithTheTimeOfItsRow() {
        BusinessDay day = new BusinessDay(ZoneId.of("UTC"), LocalTime.of(4, 0));
        new Queues(shop.database, day, Signals.none()).add("B", "Service desk");
        new Tickets(shop.database, day, Signals.none()).join(new JoinRequest("B", "Niamh", 0, order, null));
        CancelModel model = cancelled();
        shop.database.transaction(tx -> tx.handle().createUpdate("""
                update outbox set done_at = '2026-11-20T13:07:20Z' where kind = 'job' and done_at is not null;
                update outbox set done_at = '2026-11-20T13:07:21Z' where kind = 'notice' and done_at is not null;
                update refund set state = 'DONE', done_at = '2026-11-20T13:09:00Z'
                """).execute());
        CancelReport report = again(model);

        assertThat(report.rows()).extracting(ReportRow::look).containsOnly(Look.DONE);
        assertThat(report.rows()).extracting(ReportRow::what).containsExactly("Order FAILED to CANCELLED",
                "3 units back in stock", "Job 4001 removed", "Ticket B-001 told", "Refund of € 7.50");
        assertThat(report.rows()).extracting(row -> place.formats().seconds(row.at())).endsWith("14:07:20", "14:07:21",
                "14:09:00");
        assertThat(report.rows().get(1).detail())
                .isEqualTo("Product DRIVER 1, Product HOSE 7 on hand; the gate agrees");
        assertThat(report.rows().get(2).detail()).isEqualTo("Evidence of 2 attempts kept in History");
        assertThat(report.subtitle()).isEqualTo("every effect is done");
        assertThat(report.entry()).isEqualTo("Audit entry "
                + shop.number("select id from audit_entry where action = 'order.cancel'"));
    }

    @Test
    void whatNobodyHasToDoIsNotLeftOut() {
        CancelReport report = place.report(cancelled());

        assertThat(report.rows()).extracting(ReportRow::what).contains("No ticket", "Refund of € 7.50 is due");
        assertThat(report.rows()).extracting(ReportRow::look).containsExactly(Look.DONE, Look.DONE, Look.DONE,
                Look.NOTHING, Look.BY_HAND);
        assertThat(report.subtitle()).isEqualTo("3 of 4 effects done, one needs a person");
    }

    @Test
    void aRefundByCardIsFinishingUntilItsProviderHasAnswered() throws InterruptedException {
        failByCard();
        CancelModel model = cancelled();
        CancelReport report = place.report(model);
        assertThat(model.outcomeProperty().get().pending()).isTrue();
        assertThat(report.rows().getLast().look()).isEqualTo(Look.UNDER_WAY);
        assertThat(report.rows().getLast().what()).isEqualTo("Refund of € 7.50: finishing…");
        assertThat(report.rows().getLast().detail()).contains("once, never twice");
        assertThat(report.subtitle()).isEqualTo("3 of 4 effects done, one is finishing");

        refunds("state = 'DONE', done_at = callboard_now()");
        place.hear();
        assertThat(model.outcomeProperty().get().pending()).isFalse();
        assertThat(place.report(model).subtitle()).isEqualTo("every effect is done");
    }

    @Test
    void aRefundThatItsProviderRefusedNeedsAPerson() throws InterruptedException {
        failByCard();
        CancelModel model = cancelled();
        refunds("state = 'FAILED', failure = 'charge_disputed'");
        place.hear();

        ReportRow refund = place.report(model).rows().getLast();
        assertThat(refund.look()).isEqualTo(Look.FAILED);
        assertThat(refund.what()).isEqualTo("Refund of € 7.50: needs a person");
        assertThat(refund.detail()).contains("alert");
    }

    @Test
    void aGateThatWasNotReachedIsARowOfItsOwn() {
        CancelModel model = cancelled();
        gate("done_at = null");
        assertThat(again(model).rows()).extracting(ReportRow::what).contains("The gate: finishing…");
        assertThat(again(model).rows().get(1).detail()).doesNotContain("the gate agrees");

        gate("set_apart = true, error = 'the gate does not know HOSE'");
        assertThat(again(model).rows()).filteredOn(row -> row.look() == Look.FAILED).singleElement()
                .extracting(ReportRow::what, ReportRow::detail)
                .containsExactly("The gate: needs a person", "the gate does not know HOSE");
    }

    @Test
    void theRefundOfAnotherPaymentDecidesNothing() throws InterruptedException {
        failByCardAfterARefusedTry();
        CancelModel model = place.ask(order);
        assertThat(model.refund()).isEqualByComparingTo("7.50");

        model.confirm("asked at the counter");
        assertThat(place.report(model).rows()).extracting(ReportRow::look).doesNotContain(Look.FAILED);
        assertThat(place.report(model).rows().getLast().what()).isEqualTo("Refund of € 7.50: finishing…");

        refunds("state = 'DONE', done_at = callboard_now() where state = 'DUE'");
        place.hear();
        assertThat(place.report(model).subtitle()).isEqualTo("every effect is done");
    }

    private CancelModel cancelled() {
        CancelModel model = place.ask(order);
        model.confirm("asked at the counter");
        return model;
    }

    /** The same, read from the rows as they are now. */
    private CancelReport again(CancelModel model) {
        return place.report(model, model.outcomeProperty().get().readAgain(place));
    }

    private void failByCard() throws InterruptedException {
        order = shop.reserve("Piotr Zieliński", new StockLine("HOSE", 3)).uuid();
        CardPayments cards = cards();
        cards.take(FixtureCards.paid(cards.start(order).payment()));
        shop.failAfterShipping();
    }

    /** Paid by a second try; the first, refused, was captured after that, and the provider did not give it back. */
    private void failByCardAfterARefusedTry() throws InterruptedException {
        order = shop.reserve("Piotr Zieliński", new StockLine("HOSE", 3)).uuid();
        CardPayments cards = cards();
        ProviderEvent late = FixtureCards.paid(cards.start(order).payment());
        cards.take(new ProviderEvent("evt_refused", "payment_intent.payment_failed", ProviderEvent.Meaning.REFUSED,
                late.payment(), late.intent()));
        cards.take(FixtureCards.paid(cards.start(order).payment()));
        shop.failAfterShipping();
        cards.take(late);
        refunds("state = 'FAILED', failure = 'charge_disputed'");
    }

    private CardPayments cards() {
        return new CardPayments(shop.database, new CardPayments.Writing(shop.prompt, shop.outbox, shop.alerts,
                Currency.getInstance("EUR")),
                shop.transitions, new FixtureCards());
    }

    private void refunds(String how) {
        shop.database.transaction(tx -> tx.handle().execute("update refund set " + how));
    }

    private void gate(String how) {
        shop.database.transaction(tx -> tx.handle().execute(
                "update outbox set " + how + " where kind = 'gate' and cause = 'order.cancel'"));
    }
}
