package dev.callboard.sample;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import dev.callboard.tickets.Arrival;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;
import dev.callboard.tickets.TransferPlace;

/** The last quarter of an hour of the made-up Friday, event by event: who joins, who is called where, who waits. */
final class FixtureHour {
    private final SampleShop shop;
    private final Tickets tickets;
    private final Consumer<String> clock;

    /** @param clock holds the clock at a time of the shop's day */
    FixtureHour(SampleShop shop, Consumer<String> clock) {
        this.shop = shop;
        this.tickets = shop.commands().tickets();
        this.clock = clock;
    }

    void run(UUID collects, UUID standsStill) {
        Ticket lamp = join("B", "13:52:00", null);
        join("D", "13:55:04", null);
        sentOver("13:57:47", "13:57:55");
        Ticket boots = join("C", "13:55:30", null);
        join("C", "13:56:28", "Rory Fitzpatrick");
        clock.accept("13:58:08");
        shop.commands().queues().set("D", QueueState.PAUSED, "back at about 14:15");
        Ticket away = join("A", "13:58:12", "Eimear Walsh");
        Ticket first = join("A", "13:58:20", null);
        Ticket second = join("A", "13:58:30", null);
        Ticket third = join("A", "13:58:40", null, true, null);
        serve(first, "13:58:50", "Counter 1", "13:59:10");
        serve(lamp, "13:59:20", "Counter 2", "13:59:48");
        join("D", "13:59:30", null);
        clock.accept("14:00:00");
        Ticket collecting = shop.joinAt(new Arrival("Kiosk 1", "en"), "A", "Clara Doyle", collects);
        clock.accept("14:00:10");
        tickets.hold(away.id(), LeaseToken.none(), Duration.ofMinutes(30), "Fetches the receipt from the car");
        join("A", "14:00:41", "Conor Daly", false, UUID.randomUUID());
        join("A", "14:01:32", "Saoirse Ryan", false, UUID.randomUUID());
        serve(second, "14:01:40", FixtureDay.COUNTER, "14:01:50");
        sentOver("14:00:52", "14:01:15");
        join("C", "14:02:04", "Tadhg Lynch");
        complete(first, "14:02:30");
        join("B", "14:02:40", "Niamh Gallagher", false, standsStill);
        clock.accept("14:02:50");
        tickets.callNext(List.of("A"), "Counter 1", LeaseToken.none());
        clock.accept("14:03:26");
        tickets.serve(third.id(), LeaseToken.none());
        lastMinutes(collecting, away, second, boots);
    }

    private void lastMinutes(Ticket collecting, Ticket away, Ticket second, Ticket boots) {
        join("A", "14:03:47", "Bríd Nolan", true, null);
        join("A", "14:04:01", "Owen McGrath");
        clock.accept("14:04:10");
        tickets.resume(away.id());
        join("A", "14:04:19", "Lena Hartmann", false, UUID.randomUUID());
        serve(boots, "14:04:30", "Counter 4", "14:04:41");
        join("C", "14:04:55", "Femi Adeyemi");
        join("A", "14:05:12", "Ines Moreau", false, UUID.randomUUID());
        join("B", "14:05:20", null);
        complete(second, "14:05:50");
        join("A", "14:06:00", "Jonas Weber");
        clock.accept("14:06:10");
        tickets.call(collecting.id(), FixtureDay.COUNTER, LeaseToken.none(), "the drill is ready at the counter");
    }

    /** The half minute after the counter's picture is as old as it gets. */
    void lastHalfMinute() {
        join("B", "14:06:30", null);
        join("A", "14:06:44", "Aoife Byrne", false, UUID.randomUUID());
    }

    private void serve(Ticket ticket, String called, String counter, String came) {
        clock.accept(called);
        tickets.call(ticket.id(), counter, LeaseToken.none(), "as it was");
        clock.accept(came);
        tickets.serve(ticket.id(), LeaseToken.none());
    }

    /** Took a number for Paint mixing and needs the service desk. */
    private void sentOver(String joined, String sent) {
        Ticket ticket = join("D", joined, null);
        clock.accept(sent);
        tickets.transfer(ticket.id(), LeaseToken.none(), "B", TransferPlace.BY_ARRIVAL, "asked for it");
    }

    private void complete(Ticket ticket, String left) {
        clock.accept(left);
        tickets.complete(ticket.id(), LeaseToken.none());
    }

    private Ticket join(String queue, String time, String customer) {
        return join(queue, time, customer, false, null);
    }

    private Ticket join(String queue, String time, String customer, boolean priority, UUID order) {
        clock.accept(time);
        return shop.join(queue, customer, priority, order);
    }
}
