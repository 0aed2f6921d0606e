package dev.callboard.sample;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import dev.callboard.jobs.JobQueue;
import dev.callboard.payments.CardPayments;
import dev.callboard.stock.StockLine;

/** The order that somebody waits for at the service desk: reserved, paid by card a minute later, and begun after that. */
public final class FixtureCardSale {
    private final SampleShop shop;
    private final CardPayments cards;
    private final JobQueue queue;
    private final Consumer<Instant> clock;

    /**
     * @param cards by {@link FixtureCards}
     * @param queue of the shop's orders
     * @param clock holds the database's clock at the given moment
     */
    public FixtureCardSale(SampleShop shop, CardPayments cards, JobQueue queue, Consumer<Instant> clock) {
        this.shop = shop;
        this.cards = cards;
        this.queue = queue;
        this.clock = clock;
    }

    /** Sells it; it will fail {@link FixtureMails#TRYING} after it was begun. @return the order's id */
    public UUID sell() {
        clock.accept(FixtureDay.momentOf("13:58:30"));
        UUID order = shop.reserve("Niamh Gallagher", List.of(new StockLine("HOS-25M-G", 1),
                new StockLine("SOC-IP44-2", 2), new StockLine("SCR-12V-01", 1))).uuid();
        clock.accept(FixtureDay.momentOf("13:58:51"));
        UUID payment = cards.start(order).payment();
        // no worker may have it before its minute
        queue.pause();
        clock.accept(FixtureDay.momentOf("13:59:48"));
        cards.take(FixtureCards.paid(payment));
        clock.accept(FixtureDay.momentOf("14:00:12"));
        queue.resume();
        return order;
    }
}
