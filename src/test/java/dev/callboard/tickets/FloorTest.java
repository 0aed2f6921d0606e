package dev.callboard.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestServers;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.triage.OpenAlerts;

/** What a supervisor sees and decides, on a held clock. */
class FloorTest {
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final Duration TEN = Duration.ofMinutes(10);
    private final TicketShop shop = new TicketShop(4, "2026-11-20T09:00:00Z");
    private final FloorSights sights = new FloorSights(shop.database, TicketShop.DAY);
    private final CounterPlaces places = new CounterPlaces(shop.database, Signals.none());
    private final QueueRules rules = new QueueRules(shop.database, Signals.none());
    private final OpenAlerts alerts = new OpenAlerts(shop.database, TicketShop.DAY);
    private final FloorCauses causes = new FloorCauses(FIVE, TEN);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void waitsAreThoseOfTheDayAndOfEachQuarterHour() {
        for (int minutes : List.of(1, 2, 3, 4, 10)) {
            wait("A", Duration.ofMinutes(minutes));
        }
        FloorDay day = sights.today(sights.aWeekAgo());
        assertThat(day.today("A").orElseThrow()).returns(5, WaitFigures::called)
                .returns(Duration.ofMinutes(3), WaitFigures::median)
                .returns(Duration.ofSeconds(456), WaitFigures::ninety);
        assertThat(day.today(null).orElseThrow()).returns(5, WaitFigures::called);
        assertThat(day.today("B")).isEmpty();
        assertThat(day.quarters("A")).extracting(WaitFigures::begins)
                .containsExactly(Instant.parse("2026-11-20T09:00:00Z"), Instant.parse("2026-11-20T09:15:00Z"));
        assertThat(day.counter("Counter 1").orElseThrow()).returns(5, CounterFigures::done)
                .returns(Duration.ofMinutes(1), CounterFigures::medianService);
        shop.pass(Duration.ofDays(7));
        assertThat(sights.today(sights.aWeekAgo()).quartersLastWeek("A")).hasSize(2);
    }

    private void wait(String queue, Duration length) {
        Ticket ticket = shop.join(queue);
        shop.pass(length);
        shop.tickets.call(ticket.id(), "Counter 1", LeaseToken.none(), "test");
        shop.tickets.serve(ticket.id(), LeaseToken.none());
        shop.pass(TicketShop.MINUTE);
        shop.tickets.complete(ticket.id(), LeaseToken.none());
    }

    @Test
    void namesTheQueueThatNobodyMayCallAndTheOneThatIsOverItsLimit() {
        shop.join("A");
        Ticket late = shop.join("B");
        assertThat(found()).extracting(FloorCause::kind).containsExactly("floor.unserved", "floor.unserved");
        shop.counters.lease("Counter 1");
        places.serve("Counter 1", List.of("B"));
        assertThat(found()).extracting(FloorCause::subject).as("only A is unserved").containsExactly("A");
        shop.pass(TEN.plusSeconds(1));
        shop.counters.lease("Counter 1 of now");
        places.serve("Counter 1 of now", List.of("B"));
        assertThat(found()).filteredOn(FloorCause.OverLimit.class::isInstance).singleElement()
                .returns(late.id().toString(), FloorCause::subject)
                .returns(Instant.parse("2026-11-20T09:10:00Z"), FloorCause::since);
        rules.set("B", new QueueRule("Returns", null, Duration.ofMinutes(20), null, null));
        assertThat(found()).noneMatch(FloorCause.OverLimit.class::isInstance);
    }

    @Test
    void sendsTheCounterThatHasNobodyToTheQueueThatIsLate() {
        shop.join("A");
        Counters longer = new Counters(shop.database, Duration.ofHours(1));
        longer.lease("Counter 1");
        longer.lease("Counter 2");
        places.serve("Counter 1", List.of("A"));
        places.serve("Counter 2", List.of("B"));
        assertThat(found()).isEmpty();
        shop.pass(FIVE.plusSeconds(1));
        assertThat(found()).singleElement().isInstanceOfSatisfying(FloorCause.FreeCounter.class, free -> {
            assertThat(free.counter().name()).isEqualTo("Counter 2");
            assertThat(free.queue().code()).isEqualTo("A");
        });
        places.serve("Counter 2", List.of("B", "A"));
        assertThat(found()).isEmpty();
        assertThat(new CounterSights(shop.database, TicketShop.DAY).of("Counter 2", List.of("B"), TEN).queues())
                .as("the desk calls what was chosen, not what it was started for").extracting(Queue::code)
                .containsExactly("A", "B");
    }

    @Test
    @Tag("A04")
    void anAlertIsTakenOnOnceAndNamesThePerson() {
        shop.join("A");
        FloorCause cause = found().getFirst();
        alerts.settle(cause, "No counter serves Collect");
        assertThat(alerts.read().handlerOf(cause).by()).isEqualTo(shop.address.user());
        TicketShop.assertRefused("wrong_state", () -> alerts.settle(cause, "again"));
        assertThat(shop.count("audit_entry where action = 'alert.handle'")).isEqualTo(1);
    }

    @Test
    @Tag("A04")
    void countersAreAddedRenamedAndRetired() {
        places.add("Counter 9");
        TicketShop.assertRefused("already_exists", () -> places.add("Counter 9"));
        places.serve("Counter 9", List.of("A"));
        places.rename("Counter 9", "Counter 10");
        assertThat(names()).containsExactly("Counter 10");
        assertThat(places.served("Counter 10")).contains(List.of("A"));
        Ticket ticket = shop.join("A");
        shop.tickets.call(ticket.id(), "Counter 10", LeaseToken.none(), "test");
        TicketShop.assertRefused("counter_busy", () -> places.retire("Counter 10"));
        shop.tickets.noShow(ticket.id(), LeaseToken.none());
        places.retire("Counter 10");
        assertThat(names()).isEmpty();
        places.add("Counter 10");
        assertThat(names()).as("a retired one comes back").containsExactly("Counter 10");
        TicketShop.assertRefused("wrong_state", () -> places.free("Counter 10", "nobody there"));
        TicketShop.assertRefused("not_found", () -> places.serve("Counter 9", List.of("Z")));
    }

    @Test
    @Tag("L08")
    void whoMayDecideWhatAQueueAimsFor() {
        QueueRule rule = new QueueRule("Collect", FIVE, TEN, LocalTime.of(9, 0), LocalTime.of(18, 0));
        try (Database staff = Database.open(TestServers.addressFor(shop.address, "callboard_staff"), 1)) {
            assertThatExceptionOfType(NotPermitted.class)
                    .isThrownBy(() -> new QueueRules(staff, Signals.none()).set("A", rule));
            shop.counters.lease("Counter 1");
            new CounterPlaces(staff, Signals.none()).serve("Counter 1", List.of("A"));
        }
        rules.set("A", rule);
        assertThat(rules.list()).containsEntry("A", rule);
        TicketShop.assertRefused("invalid",
                () -> rules.set("A", new QueueRule("Collect", TEN, FIVE, null, null)));
        assertThat(shop.count("audit_entry where action = 'queue.rule'")).isEqualTo(1);
    }

    @Test
    void whatAQueueAimsForAndItsOrderAreSetTogetherOrNotAtAll() {
        QueueRule rule = new QueueRule("Collect", FIVE, TEN, null, null);
        TicketShop.assertRefused("invalid", () -> rules.set("A", rule, new CallingRule(TEN, 101)));
        assertThat(rules.list().get("A").target()).as("the first half went back").isNull();
        rules.set("A", rule, new CallingRule(TEN, 7));
        rules.set("A", new QueueRule("Collect", null, null, null, null));
        assertThat(shop.queues.find("A").orElseThrow().rule()).isEqualTo(new CallingRule(TEN, 7));
    }

    @Test
    void aRangeWasRightForWhoeverWaitedNoLongerInTheQueueItWasToldFor() {
        new Counters(shop.database, Duration.ofHours(1)).lease("Counter 9");
        serveFor(Duration.ofMinutes(4), shop.join("A"));
        Ticket first = shop.join("A");
        Ticket second = shop.join("A");
        Ticket sentOver = shop.join("A");
        shop.tickets.transfer(sentOver.id(), LeaseToken.none(), "B", TransferPlace.BY_ARRIVAL, "wrong queue");
        assertThat(sights.today(List.of()).quotes()).as("the first of the day was told nothing")
                .isEqualTo(new QuoteFigures(0, 0)).returns(0, QuoteFigures::percent);
        shop.pass(Duration.ofMinutes(1));
        serveFor(Duration.ofSeconds(10), first);
        serveFor(Duration.ofSeconds(10), sentOver);
        shop.pass(FIVE);
        serveFor(Duration.ofSeconds(10), second);
        assertThat(sights.today(List.of()).quotes())
                .as("told up to a minute and up to six, called after one and after 6:20")
                .isEqualTo(new QuoteFigures(2, 1)).returns(50, QuoteFigures::percent);
    }

    private void serveFor(Duration length, Ticket ticket) {
        shop.tickets.call(ticket.id(), "Counter 1", LeaseToken.none(), "test");
        shop.tickets.serve(ticket.id(), LeaseToken.none());
        shop.pass(length);
        shop.tickets.complete(ticket.id(), LeaseToken.none());
    }

    private List<FloorCause> found() {
        return causes.of(sights.now(), sights.today(List.of()));
    }

    private List<String> names() {
        return sights.now().counters().stream().map(CounterAtWork::name).toList();
    }
}
