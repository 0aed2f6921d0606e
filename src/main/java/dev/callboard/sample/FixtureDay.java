package dev.callboard.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import dev.callboard.stock.StockLine;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

/** One made-up Friday in the sample shop, up to eight minutes to half past two: always the same, to the second. */
public final class FixtureDay {
    /** The moment that the pictures show. */
    public static final Instant NOW = Instant.parse("2026-11-20T13:06:52Z");
    /** The counter whose Desk the pictures show. */
    public static final String COUNTER = "Counter 3";
    private static final Instant OPENING = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration BETWEEN = Duration.ofSeconds(430);
    private static final int SERVED_EARLIER_A = 37;
    private static final int SERVED_EARLIER_C = 17;
    private static final Map<String, Integer> SERVICE_SECONDS = Map.of("A", 215, "B", 482, "C", 450);
    private static final int ASKING = 16;
    /** Which of the failed orders somebody waits for. */
    public static final int WAITED_FOR = 2;

    private final SampleShop shop;
    private final Consumer<Instant> clock;

    /** @param clock holds the database's clock at the given moment */
    public FixtureDay(SampleShop shop, Consumer<Instant> clock) {
        this.shop = shop;
        this.clock = clock;
    }

    /** Opens the shop in the morning. */
    public void open() {
        clock.accept(OPENING);
        shop.open();
    }

    /** The order that the visitor at the counter comes for; to be fulfilled before {@link #visitors}. */
    public UUID orderToCollect() {
        at("11:32:10");
        return shop.sell("Clara Doyle", List.of(new StockLine("DRL-18V-02", 1), new StockLine("LED-E27-8W4", 2),
                new StockLine("PNT-WHT-5L", 1)));
    }

    /** Orders that will fail, one at a time. @param index from 0 */
    public UUID orderToFail(int index) {
        clock.accept(NOW.minus(Duration.ofSeconds(81 + index * 47L + index * index % 7)));
        if (index == WAITED_FOR) {
            return slowly("Niamh Gallagher", List.of(new StockLine("HOS-25M-G", 1), new StockLine("SOC-IP44-2", 2),
                    new StockLine("SCR-12V-01", 1)));
        }
        return shop.sell(index);
    }

    /** Reserves, and pays a while later. */
    private UUID slowly(String customer, List<StockLine> goods) {
        Instant paid = NOW.minus(Duration.ofSeconds(81 + WAITED_FOR * 47L));
        clock.accept(paid.minusSeconds(57));
        UUID order = shop.reserve(customer, goods).uuid();
        clock.accept(paid);
        shop.commands().payments().payAtCounter(order);
        return order;
    }

    /**
     * Everybody who came today, up to the visitor who is called at the counter.
     *
     * @param collects that visitor's order
     * @param standsStill the failed order of one who waits at the service desk
     */
    public void visitors(UUID collects, UUID standsStill) {
        for (int visitor = 0; visitor < SERVED_EARLIER_A; visitor++) {
            served("A", OPENING.plus(BETWEEN.multipliedBy(visitor)), visitor % 6 == 5 ? "Counter 1" : COUNTER);
            if (visitor < SERVED_EARLIER_C) {
                served("C", OPENING.plus(BETWEEN.multipliedBy(visitor)).plusSeconds(200), "Counter 4");
            }
        }
        for (int visitor = 1; visitor < ASKING; visitor++) {
            served("B", OPENING.plus(BETWEEN.multipliedBy(visitor)).plusSeconds(77), "Counter 2");
        }
        new FixtureHour(shop, this::at).run(collects, standsStill);
    }

    private void served(String queue, Instant joined, String counter) {
        Tickets tickets = shop.commands().tickets();
        clock.accept(joined);
        Ticket ticket = shop.join(queue, null, false, null);
        clock.accept(joined.plusSeconds(95 + ticket.number() * 7L % 60));
        tickets.call(ticket.id(), counter, LeaseToken.none(), "as it was");
        clock.accept(joined.plusSeconds(190));
        tickets.serve(ticket.id(), LeaseToken.none());
        clock.accept(joined.plusSeconds(190 + SERVICE_SECONDS.get(queue) + ticket.number() * 11L % 20));
        tickets.complete(ticket.id(), LeaseToken.none());
    }

    private void at(String time) {
        clock.accept(momentOf(time));
    }

    /** That time of the shop's day (in winter an hour ahead of UTC). */
    static Instant momentOf(String time) {
        return Instant.parse("2026-11-20T" + time + "Z").minus(Duration.ofHours(1));
    }
}
