package dev.callboard.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import dev.callboard.stock.StockLine;
import dev.callboard.tickets.BoardCall;
import dev.callboard.tickets.Boards;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;

/** One made-up Friday in the sample shop, up to eight minutes to half past two: always the same, to the second. */
public final class FixtureDay {
    /** The moment that the pictures show. */
    public static final Instant NOW = Instant.parse("2026-11-20T13:06:52Z");
    /** What the Desk still shows where the connection was lost at that moment. */
    public static final Instant BEFORE = NOW.minusSeconds(23);
    /** The counter whose Desk the pictures show. */
    public static final String COUNTER = "Counter 3";
    /** Who works there. */
    public static final String PERSON = "Maeve Byrne";
    private static final List<String> SCREENS = List.of("Entrance", "Hall");
    private static final Instant OPENING = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration AWAY = Duration.ofHours(1);
    private static final Duration LONGEST_YESTERDAY = Duration.ofSeconds(680);
    /** Which of the failed orders somebody waits for. */
    public static final int WAITED_FOR = 2;
    private static final int CHEAP = 9;

    private final SampleShop shop;
    private final Consumer<Instant> clock;

    /** @param clock holds the database's clock at the given moment */
    public FixtureDay(SampleShop shop, Consumer<Instant> clock) {
        this.shop = shop;
        this.clock = clock;
    }

    /** Opens the shop in the morning; the day before, somebody waited longest. */
    public void open() {
        clock.accept(OPENING);
        shop.open();
        new FixtureVisits(shop, clock).aWeekBefore(OPENING.minus(Duration.ofDays(7)));
        clock.accept(OPENING.minus(Duration.ofHours(22)));
        var tickets = shop.commands().tickets();
        Ticket patient = shop.join("A", null, false, null);
        clock.accept(OPENING.minus(Duration.ofHours(22)).plus(LONGEST_YESTERDAY));
        tickets.callNext(List.of("A"), COUNTER, LeaseToken.none());
        tickets.serve(patient.id(), LeaseToken.none());
        tickets.complete(patient.id(), LeaseToken.none());
        clock.accept(OPENING);
    }

    /** The order that the visitor at the counter comes for; to be fulfilled before {@link #visitors}. */
    public UUID orderToCollect() {
        at("11:32:10");
        return shop.sell("Clara Doyle", List.of(new StockLine("DRL-18V-02", 1), new StockLine("LED-E27-8W4", 2),
                new StockLine("PNT-WHT-5L", 1)));
    }

    /**
     * Orders that will fail, one at a time; each is paid at the counter shortly before its first attempt.
     *
     * @param index from 0; {@link #WAITED_FOR} is sold by {@link FixtureCardSale}
     */
    public UUID orderToFail(int index) {
        clock.accept(FixtureMails.failedAt(index).minus(FixtureMails.TRYING).minusSeconds(10));
        return index == CHEAP
                ? shop.sell(SamplePeople.at(index), List.of(new StockLine("LAD-ALU-7", 1)))
                : shop.sell(index);
    }

    /**
     * Everybody who came today, up to the visitor who is called at the counter.
     *
     * @param collects that visitor's order
     * @param standsStill the failed order of one who waits at the service desk
     */
    public void visitors(UUID collects, UUID standsStill) {
        new FixtureVisits(shop, clock).morning(OPENING);
        at("13:36:00");
        Ticket held = shop.join("A", null, false, null);
        at("13:37:10");
        shop.commands().tickets().hold(held.id(), LeaseToken.none(), AWAY, "Fetches the car");
        new FixtureHour(shop, this::at).run(collects, standsStill);
    }

    /** Whoever comes between {@link #BEFORE} and {@link #NOW}. */
    public void lastHalfMinute() {
        new FixtureHour(shop, this::at).lastHalfMinute();
    }

    /** Two wall screens stand in the shop; both have shown and spoken the call. */
    public static void screensShow(Boards boards, Consumer<Instant> clock) {
        clock.accept(momentOf("14:06:11"));
        screensAreThere(boards);
        BoardCall call = boards.sight(SampleShop.QUEUES).calls().getLast();
        SCREENS.forEach(screen -> boards.spoken(screen, call));
    }

    /** Both wall screens give a sign of life. */
    public static void screensAreThere(Boards boards) {
        SCREENS.forEach(screen -> boards.present(screen, SampleShop.QUEUES));
    }

    private void at(String time) {
        clock.accept(momentOf(time));
    }

    /** That time of the shop's day (in winter an hour ahead of UTC). */
    public static Instant momentOf(String time) {
        return Instant.parse("2026-11-20T" + time + "Z").minus(Duration.ofHours(1));
    }
}
