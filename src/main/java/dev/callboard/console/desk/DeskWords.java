package dev.callboard.console.desk;

import java.time.Duration;

import dev.callboard.parts.Formats;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.CounterLease;
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
    private final RuleWords rule;
    private final StandingWords standing;

    DeskWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        this.rule = new RuleWords(texts, formats);
        this.standing = new StandingWords(texts);
    }

    /** Why a ticket stands where it stands in the line. */
    String reason(InLine next, CounterSight sight) {
        return rule.reason(next, sight);
    }

    /** Where the visitor is whom this counter has just sent away; null where it sent nobody. */
    String away(CounterSight sight) {
        TicketEvent act = sight.lastAct();
        Ticket gone = sight.lastActOn();
        if (act == null || gone == null) {
            return null;
        }
        return switch (act.kind()) {
            case HELD -> gone.state() == TicketState.HELD
                    ? texts.of("desk.away.held", gone.code(), formats.minutes(gone.heldUntil()))
                    : null;
            case TRANSFERRED -> gone.state() == TicketState.WAITING
                    ? texts.of("desk.away.transferred", gone.code(), name(sight, gone.queue()),
                            rule.ordinal(gone.position()))
                    : null;
            default -> null;
        };
    }

    private static String name(CounterSight sight, String code) {
        return sight.allQueues().stream().filter(queue -> queue.code().equals(code)).map(Queue::name).findFirst()
                .orElse(code);
    }

    /** Which queue somebody else has stopped, with their reason; null where none is. */
    String stopped(CounterSight sight, String login) {
        return sight.queues().stream()
                .filter(queue -> !queue.state().isCalling() && !queue.setBy().equals(login))
                .map(queue -> texts.of("desk.stopped", queue.name(), texts.of("queue." + queue.state()), queue.setBy(),
                        formats.minutes(queue.since()), queue.reason() == null ? "" : ": " + queue.reason()))
                .reduce((one, other) -> one + " " + other).orElse(null);
    }

    /** What happens on the main key, or why nothing does. */
    String hint(DeskModel model, CounterSight sight) {
        CounterLease lease = model.lease().leaseProperty().get();
        if (model.sight().staleProperty().get() && sight.ticket() != null && lease != null) {
            return texts.of("desk.hint.stale", sight.ticket().code(), formats.seconds(lease.until()));
        }
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
        String away = away(sight);
        String next = sight.line().isEmpty() ? nobody(sight)
                : texts.of("desk.press_space", sight.line().getFirst().ticket().code());
        return away == null ? next : away + "\n" + next;
    }

    private String nobody(CounterSight sight) {
        return sight.stopped().isEmpty()
                ? texts.of("desk.nobody_waits_in", String.join(", ", sight.queues().stream().map(Queue::name).toList()))
                : standing.waits(sight) + "\n" + standing.open(sight);
    }

    /** How many wait in a queue that calls nobody now; null where nobody does. */
    String standing(CounterSight sight) {
        return standing.waits(sight);
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
