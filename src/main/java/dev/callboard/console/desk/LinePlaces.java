package dev.callboard.console.desk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import dev.callboard.console.Surroundings;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import dev.callboard.tickets.Tickets;
import dev.callboard.tickets.TransferPlace;

/** What the Desk asks about tickets and lines that it does not show. */
final class LinePlaces {
    private final Surroundings around;
    private final Tickets tickets;

    LinePlaces(Surroundings around, Tickets tickets) {
        this.around = around;
        this.tickets = tickets;
    }

    /** @param then hears the place, from 1, on the FX thread; not called where the servers cannot say */
    void ask(String queue, TransferPlace place, Ticket visitor, IntConsumer then) {
        around.background().execute(() -> {
            try {
                int there = in(tickets.list(queue, Set.of(TicketState.WAITING), null), place, visitor);
                around.fx().execute(() -> then.accept(there));
            } catch (RuntimeException failure) {
                around.faults().report("The line of another queue could not be read", failure);
            }
        });
    }

    /** @param then hears of the ticket on the FX thread; not called where there is none or the servers cannot say */
    void find(UUID id, Consumer<Ticket> then) {
        around.background().execute(() -> {
            try {
                tickets.find(id).ifPresent(ticket -> around.fx().execute(() -> then.accept(ticket)));
            } catch (RuntimeException failure) {
                around.faults().report("A ticket could not be read", failure);
            }
        });
    }

    private static int in(List<Ticket> line, TransferPlace place, Ticket visitor) {
        return 1 + switch (place) {
            case FRONT -> 0;
            case END -> line.size();
            case BY_ARRIVAL -> (int) line.stream().filter(other -> other.joinedAt().isBefore(visitor.joinedAt()))
                    .count();
        };
    }
}
