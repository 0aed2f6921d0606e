package dev.callboard.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.callboard.parts.Texts;
import dev.callboard.tickets.CallReason;
import dev.callboard.tickets.CallingRule;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.DayFigures;
import dev.callboard.tickets.InLine;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketEvent;
import dev.callboard.tickets.TicketEventKind;
import dev.callboard.tickets.TicketState;

class DeskAvailabilityTest {
    private static final Instant NOW = Instant.parse("2026-11-20T13:06:52Z");
    private final DeskRule rule = new DeskRule("Counter 3", List.of(), Duration.ofMinutes(5), Duration.ofMinutes(10),
            Duration.ofMinutes(1), 3, Duration.ofMinutes(1), Duration.ofMinutes(10));
    private final DeskAvailability availability = new DeskAvailability(rule, new Texts(Locale.UK));
    private final InLine waiting = new InLine(ticket(TicketState.WAITING, 0, NOW), CallReason.BY_ARRIVAL, 0);

    @Test
    void nothingIsOpenBeforeTheFirstReadOnOldRowsOrWithoutTheCounter() {
        CounterSight sight = sight(QueueState.OPEN, null, List.of(waiting));
        for (DeskAction action : DeskAction.values()) {
            assertThat(availability.reason(action, null, false, true, NOW)).isNotNull();
            assertThat(availability.reason(action, sight, true, true, NOW)).contains("old rows");
            assertThat(availability.reason(action, sight, false, false, NOW)).contains("Counter 3");
        }
    }

    @Test
    void callNextNeedsAFreeCounterACallingQueueAndSomebodyWaiting() {
        assertThat(reason(DeskAction.CALL_NEXT, sight(QueueState.OPEN, null, List.of(waiting)))).isNull();
        assertThat(reason(DeskAction.CALL_NEXT, sight(QueueState.LOCKED, null, List.of(waiting)))).isNull();
        assertThat(reason(DeskAction.CALL_NEXT, sight(QueueState.PAUSED, null, List.of()))).contains("may call");
        assertThat(reason(DeskAction.CALL_NEXT, sight(QueueState.OPEN, null, List.of()))).contains("Nobody waits");
        assertThat(reason(DeskAction.CALL_NEXT, standing(QueueState.PAUSED, "A", 4)))
                .isEqualTo("4 wait; Click & Collect is paused. To call them, open the queue: Alt+A.");
        assertThat(reason(DeskAction.CALL_NEXT, standing(QueueState.CLOSED, "PICKUP", 1)))
                .isEqualTo(
                        "1 waits; Click & Collect is closed. To call them, open the queue by its button at the top.");
        assertThat(reason(DeskAction.CALL_NEXT,
                sight(QueueState.OPEN, ticket(TicketState.CALLED, 0, NOW), List.of(waiting)))).contains("A-042");
    }

    @Test
    void startNeedsACalledAndFinishAServedVisitor() {
        CounterSight called = sight(QueueState.OPEN, ticket(TicketState.CALLED, 0, NOW), List.of());
        CounterSight serving = sight(QueueState.OPEN, ticket(TicketState.SERVING, 0, NOW), List.of());

        assertThat(reason(DeskAction.START, called)).isNull();
        assertThat(reason(DeskAction.START, serving)).contains("SERVING");
        assertThat(reason(DeskAction.FINISH, serving)).isNull();
        assertThat(reason(DeskAction.FINISH, called)).contains("CALLED");
        assertThat(reason(DeskAction.HOLD, serving)).isNull();
    }

    @Test
    void recallWaitsFiveSecondsAndEndsWithTheLastOne() {
        assertThat(reason(DeskAction.RECALL, called(0, 4))).contains("five seconds");
        assertThat(reason(DeskAction.RECALL, called(0, 5))).isNull();
        assertThat(reason(DeskAction.RECALL, called(3, 30))).contains("3 times");
    }

    @Test
    void undoIsOpenWithinItsWindowOnly() {
        assertThat(reason(DeskAction.UNDO, acted(59))).isNull();
        assertThat(reason(DeskAction.UNDO, acted(60))).isNotNull();
        assertThat(reason(DeskAction.UNDO, sight(QueueState.OPEN, null, List.of()))).isNotNull();
    }

    private String reason(DeskAction action, CounterSight sight) {
        return availability.reason(action, sight, false, true, NOW);
    }

    private CounterSight called(int recalls, int secondsAgo) {
        return sight(QueueState.OPEN, ticket(TicketState.CALLED, recalls, NOW.minusSeconds(secondsAgo)), List.of());
    }

    private static CounterSight acted(int secondsAgo) {
        TicketEvent act = new TicketEvent(1, UUID.randomUUID(), NOW.minusSeconds(secondsAgo), TicketEventKind.COMPLETED,
                TicketState.SERVING, TicketState.COMPLETED, "A", "Counter 3", "maeve", null, null, null);
        return new CounterSight(NOW, List.of(), List.of(), null, null, List.of(), List.of(), act, null, null,
                new DayFigures(0, 0, null), null, java.util.Map.of(), null, null, null);
    }

    private static CounterSight sight(QueueState state, Ticket here, List<InLine> line) {
        return sight(queue("A", state, line.size()), here, line);
    }

    private static CounterSight standing(QueueState state, String code, int waiting) {
        return sight(queue(code, state, waiting), null, List.of());
    }

    private static Queue queue(String code, QueueState state, int waiting) {
        return new Queue(code, "Click & Collect", state, null, "mina", NOW, waiting, 0, 0, 0, NOW, Duration.ZERO,
                CallingRule.USUAL);
    }

    private static CounterSight sight(Queue queue, Ticket here, List<InLine> line) {
        List<Queue> queues = List.of(queue);
        return new CounterSight(NOW, queues, queues, null, here, line, List.of(), null, null, null,
                new DayFigures(0, 0, null), null, java.util.Map.of(), null, null, null);
    }

    private static Ticket ticket(TicketState state, int recalls, Instant lastAt) {
        return new Ticket(UUID.randomUUID(), "A", LocalDate.of(2026, 11, 20), 42, "A", state, "Clara Doyle", 0, null,
                "Counter 3", NOW.minusSeconds(400), lastAt, null, null, null, recalls, 0, TicketEventKind.CALLED,
                lastAt, null);
    }
}
