package dev.callboard.tickets;

import static dev.callboard.tickets.TicketShop.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of calls: age limit first, then so many with priority for each one without, then arrival. */
@Tag("T18")
class CallingOrderTest {
    private static final LeaseToken NONE = LeaseToken.none();
    private final TicketShop shop = new TicketShop(4, "2026-11-20T10:00:00Z");

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void twoWithPriorityComeBeforeEachOneWithout() {
        urgent("A");
        normal("A");
        normal("A");
        for (int visitor = 4; visitor <= 8; visitor++) {
            urgent("A");
        }
        assertThat(shop.tickets.nextUp(List.of("A"), 10))
                .extracting(next -> next.ticket().number(), InLine::reason, InLine::turn).containsExactly(
                        tuple(1, CallReason.PRIORITY_TURN, 1), tuple(4, CallReason.PRIORITY_TURN, 2),
                        tuple(2, CallReason.BY_ARRIVAL, 0), tuple(5, CallReason.PRIORITY_TURN, 1),
                        tuple(6, CallReason.PRIORITY_TURN, 2), tuple(3, CallReason.BY_ARRIVAL, 0),
                        tuple(7, CallReason.PRIORITY_TURN, 1), tuple(8, CallReason.PRIORITY_TURN, 2));
        assertThat(calledNumbers(8)).containsExactly(1, 4, 2, 5, 6, 3, 7, 8);
    }

    @Test
    void whoeverIsOverTheAgeLimitComesFirstAndCountsForTheTurns() {
        Ticket old = normal("A");
        Ticket first = urgent("A");
        shop.pass(Duration.ofMinutes(10).minusMillis(2));
        urgent("A");
        assertThat(calledNumbers(1)).as("at the limit is not over it").containsExactly(first.number());
        shop.pass(Duration.ofSeconds(1));
        assertThat(shop.tickets.nextUp(List.of("A"), 2)).extracting(InLine::reason, InLine::turn)
                .containsExactly(tuple(CallReason.OVER_AGE_LIMIT, 0), tuple(CallReason.PRIORITY_TURN, 1));
        assertThat(calledNumbers(2)).containsExactly(old.number(), 3);
    }

    @Test
    void aRuleIsOfEachQueueAndCanBeChanged() {
        shop.queues.setRule("A", new CallingRule(null, 1));
        urgent("A");
        urgent("A");
        normal("A");
        normal("B");
        shop.pass(Duration.ofHours(1));
        assertThat(shop.tickets.nextUp(List.of("A"), 3)).extracting(next -> next.ticket().number())
                .containsExactly(1, 3, 2);
        assertThat(shop.tickets.nextUp(List.of("A", "B"), 1)).extracting(next -> next.ticket().queue())
                .containsExactly("B");
        assertThat(shop.queues.find("A").orElseThrow().rule()).isEqualTo(new CallingRule(null, 1));
        assertThat(shop.count("audit_entry where action = 'queue.rule'")).isEqualTo(1);
        shop.queues.setRule("A", new CallingRule(null, 1));
        assertThat(shop.count("audit_entry where action = 'queue.rule'")).as("nothing has changed").isEqualTo(1);
        assertRefused("invalid", () -> shop.queues.setRule("A", new CallingRule(null, 0)));
        assertRefused("invalid", () -> shop.queues.setRule("A", new CallingRule(Duration.ofSeconds(90), 2)));
        assertRefused("not_found", () -> shop.queues.setRule("Z", CallingRule.USUAL));
    }

    @Test
    void aCallOutOfOrderAndOneThatIsUndoneTakeNobodysTurn() {
        Ticket chosen = normal("A");
        Ticket first = urgent("A");
        normal("A");
        urgent("A");
        urgent("A");
        shop.tickets.call(chosen.id(), "K9", NONE, "cannot stand for long");
        assertThat(calledNumbers(1)).containsExactly(2);
        shop.tickets.undo(first.id(), NONE, TicketShop.MINUTE);
        assertThat(calledNumbers(5)).containsExactly(2, 4, 3, 5);
    }

    @Test
    @Tag("T15")
    @Tag("T16")
    void everybodyHearsWhyTheyStandWhereTheyStand() {
        Ticket away = normal("A");
        Ticket moved = normal("B");
        Ticket inFront = normal("B");
        Ticket missed = normal("A");
        normal("A");
        shop.tickets.hold(away.id(), NONE, Duration.ofMinutes(5), "fetches the receipt");
        shop.tickets.call(missed.id(), "K9", NONE, "was asked for");
        shop.tickets.noShow(missed.id(), NONE);
        shop.tickets.transfer(moved.id(), NONE, "A", TransferPlace.BY_ARRIVAL, null);
        shop.tickets.transfer(inFront.id(), NONE, "A", TransferPlace.FRONT, null);
        shop.tickets.resume(missed.id());
        shop.pass(Duration.ofMinutes(5));
        shop.tickets.releaseHeld();
        assertThat(shop.tickets.nextUp(List.of("A"), 9)).extracting(next -> next.ticket().code(), InLine::reason)
                .containsExactly(tuple("B-002", CallReason.PUT_IN_FRONT), tuple("A-001", CallReason.CAME_BACK),
                        tuple("B-001", CallReason.TRANSFERRED), tuple("A-002", CallReason.CAME_BACK),
                        tuple("A-003", CallReason.BY_ARRIVAL));
    }

    @Test
    @Tag("T11")
    void whoFindsTheFirstBeingCalledTakesTheSecondAsIfTheFirstWereGone() throws SQLException {
        urgent("A");
        urgent("A");
        normal("A");
        urgent("A");
        try (Connection other = DriverManager.getConnection(shop.address.jdbcUrl(), shop.address.user(),
                shop.address.password())) {
            other.setAutoCommit(false);
            other.createStatement().execute("select id from ticket where number in (1, 2) for no key update");
            assertThat(calledNumbers(1)).as("two turns of priority are being taken").containsExactly(3);
            other.rollback();
        }
    }

    /** The whole line as it is listed, however it came about, is the line as it is called. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theListIsExactlyWhatCallNextTakes(long seed) {
        Random chance = new Random(seed);
        shop.queues.setRule("A", new CallingRule(Duration.ofMinutes(10), 1 + chance.nextInt(3)));
        shop.queues.setRule("B", new CallingRule(chance.nextBoolean() ? null : Duration.ofMinutes(6), 2));
        for (int visitor = 0; visitor < 40; visitor++) {
            shop.pass(Duration.ofSeconds(chance.nextInt(30)));
            Ticket ticket = join(chance.nextBoolean() ? "A" : "B", chance.nextInt(10) < 6 ? 1 : 0);
            if (chance.nextInt(12) == 0) {
                shop.tickets.transfer(ticket.id(), NONE, ticket.queue().equals("A") ? "B" : "A",
                        TransferPlace.values()[chance.nextInt(3)], null);
            }
            if (chance.nextInt(6) == 0) {
                shop.call("K" + visitor);
            }
        }
        List<UUID> line = shop.tickets.nextUp(List.of("A", "B"), 200).stream().map(next -> next.ticket().id()).toList();
        assertThat(shop.tickets.nextUp(List.of("A", "B"), 3)).as("the head, read alone")
                .extracting(next -> next.ticket().id()).containsExactlyElementsOf(line.subList(0, 3));
        List<UUID> called = new ArrayList<>();
        for (int call = 0; call < line.size(); call++) {
            Ticket next = shop.call("L" + call);
            called.add(next.id());
        }
        assertThat(called).containsExactlyElementsOf(line);
        assertThat(shop.tickets.list("A", Set.of(TicketState.WAITING), null)).isEmpty();
    }

    private Ticket normal(String queue) {
        return join(queue, 0);
    }

    private Ticket urgent(String queue) {
        return join(queue, 1);
    }

    private Ticket join(String queue, int priority) {
        shop.pass(Duration.ofMillis(1));
        return shop.tickets.join(new JoinRequest(queue, null, priority, null, null));
    }

    private List<Integer> calledNumbers(int calls) {
        List<Integer> numbers = new ArrayList<>();
        while (numbers.size() < calls && !shop.tickets.nextUp(List.of("A"), 1).isEmpty()) {
            Ticket called = shop.tickets.callNext(List.of("A"), "K" + shop.count("counter"), NONE);
            numbers.add(called.number());
        }
        return numbers;
    }
}
