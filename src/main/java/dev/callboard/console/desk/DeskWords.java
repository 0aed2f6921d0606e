package dev.callboard.console.desk;

import dev.callboard.parts.Formats;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.CounterSight;
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
    String reason(Ticket ticket) {
        return switch (ticket.callReason()) {
            case PUT_IN_FRONT -> texts.of("desk.reason.front");
            case PRIORITY -> texts.of("desk.reason.priority");
            case CAME_BACK -> texts.of("desk.reason.came_back", formats.minutes(ticket.joinedAt()));
            case TRANSFERRED -> texts.of("desk.reason.transferred", ticket.origin());
            case BY_ARRIVAL -> texts.of("desk.reason.arrival", formats.minutes(ticket.joinedAt()));
        };
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
                : texts.of("desk.press_space", sight.line().getFirst().code());
    }

    /** How the last visit ended. */
    String last(CounterSight sight) {
        Ticket done = sight.lastDone();
        return done == null
                ? ""
                : texts.of("desk.last", done.code(), formats.minutes(done.endedAt()),
                        Formats.span(java.time.Duration.between(done.servingAt(), done.endedAt())));
    }

    /** What an undo would take back. */
    String undo(TicketEvent act) {
        return act == null ? texts.of("desk.undo") : texts.of("desk.undo." + act.kind());
    }
}
