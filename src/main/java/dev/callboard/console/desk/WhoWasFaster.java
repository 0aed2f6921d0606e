package dev.callboard.console.desk;

import java.util.function.Supplier;

import dev.callboard.console.Surroundings;
import dev.callboard.refusals.Refusal;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketEvent;
import dev.callboard.tickets.Tickets;

/** Where somebody else moved the visitor's ticket first, says who, when and to what state. */
final class WhoWasFaster {
    private final Surroundings around;
    private final Tickets tickets;

    WhoWasFaster(Surroundings around, Tickets tickets) {
        this.around = around;
        this.tickets = tickets;
    }

    /**
     * Runs a command, away from the FX thread.
     *
     * @param seen the ticket as the person saw it, or null
     */
    Ticket orCommand(Ticket seen, Supplier<Ticket> command) {
        try {
            return command.get();
        } catch (Refusal refused) {
            if (!refused.code().equals("wrong_state") || seen == null) {
                throw refused;
            }
            TicketEvent last = tickets.events(seen.id()).getLast();
            throw new Refusal(refused.code(), around.texts().of("desk.moved", last.actor(), seen.code(),
                    around.formats().seconds(last.at()), last.to()));
        }
    }
}
