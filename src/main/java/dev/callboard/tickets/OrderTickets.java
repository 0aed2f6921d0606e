package dev.callboard.tickets;

import java.util.List;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** The open tickets that are about an order. */
public final class OrderTickets {
    private final OrderTicketStore store = new OrderTicketStore();

    /** One of them. @param code that people see @param queue where it stands now */
    public record Waiting(String code, String queue) {}

    public List<Waiting> open(Transaction tx, UUID order) {
        return store.open(tx, order);
    }
}
