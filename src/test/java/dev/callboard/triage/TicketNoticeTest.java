package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.orders.TicketNotice;
import dev.callboard.outbox.Delivery;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

/** Somebody waits at a desk for an order that is cancelled: the desk hears of it. */
class TicketNoticeTest {
    private static final StockLine ONE = new StockLine("BULB", 1);
    private final TestShop shop = new TestShop();
    private final BusinessDay day = new BusinessDay(ZoneId.of("UTC"), LocalTime.of(4, 0));
    private final Tickets tickets = new Tickets(shop.database, day, Signals.none());
    private final CancelEffects effects = new CancelEffects(shop.database, shop.outbox, shop.payments);

    @BeforeEach
    void queue() {
        shop.receive("BULB", 5);
        new Queues(shop.database, day, Signals.none()).add("A", "Collect");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A03")
    @Tag("A06")
    void aCancelTellsTheDeskAsAnEffectOfItsOwn() {
        UUID order = shop.paid("ada", ONE);
        tickets.join(new JoinRequest("A", "ada", 0, order, null));

        shop.cancellations.cancelOrder(order, "changed mind");

        assertThat(effects.of(shop.orders.details(order)))
                .extracting(CancelEffect::kind, CancelEffect::state)
                .contains(tuple(CancelEffect.Kind.TICKET, CancelEffect.State.DONE));
    }

    @Test
    @Tag("A06")
    void theNoticeIsDeliveredByARelayWhereWhoCancelledDied() {
        UUID order = shop.reserve("ada", ONE).uuid();
        tickets.join(new JoinRequest("A", "ada", 0, order, null));
        List<Topic> heard = new ArrayList<>();
        shop.cancellations.cancelOrder(order, "changed mind");
        // as if nobody had delivered it
        shop.database.transaction(tx -> tx.handle().execute("update outbox set done_at = null where kind = 'notice'"));
        assertThat(effects.of(shop.orders.details(order)))
                .extracting(CancelEffect::kind, CancelEffect::state)
                .contains(tuple(CancelEffect.Kind.TICKET, CancelEffect.State.UNDER_WAY));

        new Delivery(shop.database, shop.alerts, List.of(new TicketNotice(heard::add))).deliverDue();

        assertThat(heard).containsExactly(Topic.queue("A"));
        assertThat(shop.database.transaction(shop.outbox::open)).isZero();
    }

    @Test
    @Tag("A03")
    void nobodyIsToldWhereNobodyWaits() {
        UUID order = shop.paid("ada", ONE);
        Ticket gone = tickets.join(new JoinRequest("A", "ada", 0, order, null));
        tickets.cancel(gone.id(), null);

        shop.cancellations.cancelOrder(order, "changed mind");

        assertThat(shop.number("select count(*) from outbox where kind = 'notice'")).isZero();
    }
}
