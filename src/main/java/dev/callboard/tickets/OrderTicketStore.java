package dev.callboard.tickets;

import java.util.List;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** The SQL of the tickets that are about an order. */
final class OrderTicketStore {

    List<OrderTickets.Waiting> open(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select ticket_code(origin, number) as code, queue from ticket
                where order_id = :order and state in ('WAITING', 'CALLED', 'SERVING', 'HELD') order by joined_at, id
                """).bind("order", order)
                .map((row, context) -> new OrderTickets.Waiting(row.getString("code"), row.getString("queue"))).list();
    }
}
