package dev.callboard.console.desk;

import java.time.Duration;

import dev.callboard.parts.Formats;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.CallingRule;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.InLine;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketEvent;
import dev.callboard.tickets.TicketState;

/** The Desk's sentences, from what it sees. */
final class DeskWords {
    private final Texts texts;
    private final Formats formats;

    DeskWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** Why a ticket stands where it stands in the line. */
    String reason(InLine next, CounterSight sight) {
        Ticket ticket = next.ticket();
        String arrived = formats.minutes(ticket.joinedAt());
        return switch (next.reason()) {
            case PUT_IN_FRONT -> texts.of("desk.reason.front");
            case OVER_AGE_LIMIT -> ticket.position() == 1
                    ? texts.of("desk.reason.cap", capMinutes(ticket, sight))
                    : texts.of("desk.reason.cap_since", capMinutes(ticket, sight), arrived);
            case PRIORITY_TURN -> texts.of("desk.reason.priority_turn", ordinal(next.turn()),
                    ruleOf(ticket, sight).priorityPerNormal());
            case CAME_BACK -> texts.of("desk.reason.came_back", arrived);
            case TRANSFERRED -> texts.of("desk.reason.transferred", ticket.origin());
            case BY_ARRIVAL -> texts.of("desk.reason.arrival", arrived);
        };
    }

    private static CallingRule ruleOf(Ticket ticket, CounterSight sight) {
        return sight.queues().stream().filter(queue -> queue.code().equals(ticket.queue())).map(Queue::rule)
                .findFirst().orElse(CallingRule.USUAL);
    }

    private static long capMinutes(Ticket ticket, CounterSight sight) {
        Duration cap = ruleOf(ticket, sight).ageLimit();
        return cap == null ? 0 : cap.toMinutes();
    }

    /** The first, the second: English knows four endings, other languages give them the same words. */
    private String ordinal(int number) {
        int last = number % 10;
        boolean teen = number / 10 % 10 == 1;
        String form = teen || last == 0 || last > 3 ? "other" : last == 1 ? "one" : last == 2 ? "two" : "few";
        return texts.of("desk.ordinal." + form, number);
    }

    /** What happens on the main key, or why nothing does. */
    String hint(DeskModel model, CounterSight sight) {
        if (sight.ticket() == null) {
            String why = model.reason(DeskAction.CALL_NEXT).get();
            return why == null ? texts.of("desk.hint.free") : why;
        }
        String why = model.reason(sight.ticket().state() == TicketState.CALLED ? DeskAction.START : DeskAction.FINISH)
                .get();
        return why == null ? texts.of("desk.hint.busy", sight.ticket().code()) : why;
    }

    /** What the outlined block says while nobody is here. */
    String invitation(CounterSight sight) {
        return sight.line().isEmpty()
                ? texts.of("desk.nobody_waits_in", String.join(", ", sight.queues().stream().map(Queue::name).toList()))
                : texts.of("desk.press_space", sight.line().getFirst().ticket().code());
    }

    /** How the last visit ended. */
    String last(CounterSight sight) {
        Ticket done = sight.lastDone();
        return done == null
                ? ""
                : texts.of("desk.last", done.code(), formats.minutes(done.endedAt()),
                        Formats.span(Duration.between(done.servingAt(), done.endedAt())));
    }

    /** What an undo would take back. */
    String undo(TicketEvent act) {
        return act == null ? texts.of("desk.undo") : texts.of("desk.undo." + act.kind());
    }
}
