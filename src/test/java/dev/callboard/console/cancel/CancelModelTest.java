package dev.callboard.console.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.console.cancel.ReportRow.Look;
import dev.callboard.live.Signals;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;

/** What is told of a cancel where its rows cannot be read, or are read too early or too late. */
@Tag("A03")
class CancelModelTest {
    private final TestShop shop = new TestShop();
    private final CancelOfTests place = new CancelOfTests(shop);
    private UUID order;

    @BeforeEach
    void pay() {
        shop.receive("HOSE", 7);
        order = shop.paid("Niamh Gallagher", new StockLine("HOSE", 3));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatIsDoneIsToldAlsoWhereNobodyCanLookAgain() {
        CancelModel model = place.ask(order);
        place.blind();
        model.confirm("asked at the counter");

        assertThat(place.report(model).title()).isEqualTo("Order 20001 is cancelled");
        assertThat(place.report(model).rows()).extracting(ReportRow::what).contains("3 units are free again",
                "Job 4001 removed: finishing…", "No ticket").doesNotContain("No job");
        assertThat(place.report(model).entry()).isEmpty();
    }

    @Test
    void aTicketThatWaitsIsNotDeniedWhereNobodyCanLookAgain() {
        BusinessDay day = new BusinessDay(ZoneId.of("UTC"), LocalTime.of(4, 0));
        new Queues(shop.database, day, Signals.none()).add("B", "Service desk");
        new Tickets(shop.database, day, Signals.none()).join(new JoinRequest("B", "Niamh", 0, order, null));
        CancelModel model = place.ask(order);
        place.blind();
        model.confirm("asked at the counter");

        assertThat(place.report(model).rows()).extracting(ReportRow::what).contains("Ticket B-001 told: finishing…")
                .doesNotContain("No ticket");
    }

    @Test
    void whatNobodyCouldLookAtIsLookedAtWithTheNextNews() {
        order = shop.reserve("Piotr Zieliński", new StockLine("HOSE", 1)).uuid();
        CancelModel model = place.ask(order);
        place.blind();
        model.confirm("asked at the counter");
        assertThat(place.report(model).rows()).extracting(ReportRow::look).doesNotContain(Look.UNDER_WAY);
        assertThat(place.report(model).entry()).isEmpty();

        place.seeing();
        place.hear();
        assertThat(place.report(model).entry()).startsWith("Audit entry ");
        assertThat(place.report(model).rows()).extracting(ReportRow::what).contains("No job", "No ticket");
        assertThat(model.outcomeProperty().get().pending()).isFalse();
    }

    @Test
    void itsOwnCancelIsNeverToldAsSomebodyElses() {
        CancelModel model = place.ask(order);
        List<CancelOutcome> told = new ArrayList<>();
        model.outcomeProperty().addListener((property, was, now) -> told.add(now));
        place.whileReading(() -> model.confirm("asked at the counter"));
        place.hear();
        place.tellTheLastFirst();

        assertThat(told).isNotEmpty().allSatisfy(outcome -> assertThat(outcome.done()).hasSize(1));
        CancelOutcome done = told.getFirst();
        CancelOutcome nothing = CancelOutcome.moved(CancelOutcome.Moved.of(place.present(order)));
        assertThat(done.turns(nothing)).as("from nothing to done").isTrue();
        assertThat(nothing.turns(null)).isTrue();
        assertThat(done.turns(done)).as("looked at again").isFalse();
    }

    @Test
    void whatIsToldIsNotAskedAgain() {
        CancelModel model = cancelled();
        model.confirm("asked at the counter");

        assertThat(place.report(model).title()).isEqualTo("Order 20001 is cancelled");
    }

    private CancelModel cancelled() {
        CancelModel model = place.ask(order);
        model.confirm("asked at the counter");
        return model;
    }
}
