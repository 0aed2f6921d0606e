package dev.callboard.console.desk;

import java.time.Duration;
import java.time.Instant;

import dev.callboard.parts.Texts;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;

/** Decides which acts are open at a counter, and says why the others are not; the servers decide again. */
final class DeskAvailability {
    private static final Duration BETWEEN_RECALLS = Duration.ofSeconds(5);

    private final DeskRule rule;
    private final Texts texts;
    private final StandingWords standing;

    DeskAvailability(DeskRule rule, Texts texts) {
        this.rule = rule;
        this.texts = texts;
        this.standing = new StandingWords(texts);
    }

    /** Why the act is not open, in words; null where it is. */
    String reason(DeskAction action, CounterSight sight, boolean stale, boolean leased, Instant now) {
        if (sight == null) {
            return texts.of("desk.why.loading");
        }
        if (stale) {
            return texts.of("desk.why.stale");
        }
        if (!leased) {
            return texts.of("desk.why.no_lease", rule.counter());
        }
        return switch (action) {
            case CALL_NEXT -> callNext(sight);
            case CALL_CHOSEN -> sight.ticket() == null ? null : texts.of("desk.why.busy", sight.ticket().code());
            case LINK -> link(sight);
            case UNLINK -> unlink(sight);
            case GOT_IT -> sight.message() == null ? texts.of("desk.why.no_message") : null;
            case START, NO_SHOW -> only(TicketState.CALLED, sight);
            case RECALL -> recall(sight, now);
            case FINISH -> only(TicketState.SERVING, sight);
            case HOLD, TRANSFER -> sight.ticket() == null ? texts.of("desk.why.nobody_here") : null;
            case UNDO -> sight.lastAct() == null || !now.isBefore(sight.lastAct().at().plus(rule.undo()))
                    ? texts.of("desk.why.nothing_to_undo")
                    : null;
        };
    }

    private String link(CounterSight sight) {
        if (sight.ticket() == null) {
            return texts.of("desk.why.nobody_here");
        }
        return sight.ticket().orderId() == null ? null : texts.of("desk.why.has_order", sight.ticket().code());
    }

    private String unlink(CounterSight sight) {
        if (sight.ticket() == null) {
            return texts.of("desk.why.nobody_here");
        }
        return sight.ticket().orderId() != null ? null : texts.of("desk.why.no_order", sight.ticket().code());
    }

    private String callNext(CounterSight sight) {
        if (sight.ticket() != null) {
            return texts.of("desk.why.busy", sight.ticket().code());
        }
        if (sight.line().isEmpty() && !sight.stopped().isEmpty()) {
            return standing.waits(sight) + " " + standing.open(sight);
        }
        if (sight.queues().stream().noneMatch(queue -> queue.state().isCalling())) {
            return texts.of("desk.why.not_calling");
        }
        return sight.line().isEmpty() ? texts.of("desk.why.nobody_waits") : null;
    }

    private String only(TicketState wanted, CounterSight sight) {
        Ticket ticket = sight.ticket();
        if (ticket == null) {
            return texts.of("desk.why.nobody_here");
        }
        return ticket.state() == wanted ? null : texts.of("desk.why.wrong_state", ticket.code(), ticket.state());
    }

    private String recall(CounterSight sight, Instant now) {
        String state = only(TicketState.CALLED, sight);
        if (state != null) {
            return state;
        }
        if (sight.ticket().recalls() >= rule.recalls()) {
            return texts.of("desk.why.no_recalls_left", rule.recalls());
        }
        return now.isBefore(sight.ticket().lastAt().plus(BETWEEN_RECALLS)) ? texts.of("desk.why.just_called") : null;
    }
}
