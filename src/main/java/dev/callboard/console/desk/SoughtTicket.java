package dev.callboard.console.desk;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Note;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;

/** A ticket that another screen sent somebody here for: its row is chosen, or a note says where it is. */
final class SoughtTicket {
    private final Surroundings around;
    private final DeskModel model;
    private final NextUpCard nextUp;
    private final WaitingTable waiting;
    private UUID wanted;
    private Instant asOf;

    SoughtTicket(Surroundings around, DeskModel model, NextUpCard nextUp, WaitingTable waiting) {
        this.around = around;
        this.model = model;
        this.nextUp = nextUp;
        this.waiting = waiting;
    }

    /** @param now what the Desk has shown so far, of whatever age; null where it has shown nothing */
    void seek(UUID ticket, CounterSight now) {
        wanted = ticket;
        asOf = now == null ? null : now.asOf();
        nextUp.seek(ticket);
        if (now != null) {
            nextUp.show(now);
            look(now);
        }
    }

    /** Looks for it among what has just been drawn. What was read before the question is no proof that it is gone. */
    void look(CounterSight now) {
        if (wanted == null) {
            return;
        }
        UUID ticket = wanted;
        if (now.ticket() != null && now.ticket().id().equals(ticket)) {
            wanted = null;
            say("desk.sought.here", now.ticket().code());
        } else if (isNext(now, ticket) || waiting.choose(ticket)) {
            wanted = null;
        } else if (!Objects.equals(now.asOf(), asOf)) {
            wanted = null;
            model.places().find(ticket, found -> tell(found, now));
        }
    }

    private static boolean isNext(CounterSight now, UUID ticket) {
        return now.line().stream().limit(NextUpCard.ROWS).anyMatch(next -> next.ticket().id().equals(ticket));
    }

    private void tell(Ticket found, CounterSight now) {
        boolean inLine = found.state() == TicketState.WAITING || found.state() == TicketState.HELD;
        if (!inLine && found.counter() != null) {
            say("desk.sought.counter", found.code(), found.state().name(), found.counter());
        } else {
            String queue = now.allQueues().stream().filter(each -> each.code().equals(found.queue())).findFirst()
                    .map(Queue::name).orElse(found.queue());
            say("desk.sought.queue", found.code(), found.state().name(), queue);
        }
    }

    private void say(String key, Object... values) {
        model.commands().say(new Note(Note.Kind.INFORMATION, around.texts().of(key, values)));
    }
}
