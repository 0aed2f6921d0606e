package dev.callboard.console.orders;

import java.util.UUID;

import dev.callboard.orders.Order;
import dev.callboard.orders.OrderDetails;
import dev.callboard.orders.OrderLists;
import dev.callboard.orders.OrderQuestion;
import dev.callboard.orders.Orders;
import dev.callboard.payments.Payments;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;
import dev.callboard.triage.CancelEffects;
import dev.callboard.triage.Cancellations;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobCase;
import dev.callboard.triage.JobCases;

/**
 * What the Orders screen asks of the shop.
 *
 * @param queue name of the job queue that fulfils orders
 */
public record OrdersServices(OrderLists lists, Orders orders, Payments payments, Visitors visitors, Jobs jobs,
        String queue) {

    /** Who waits. */
    public record Visitors(Tickets tickets, Queues queues) {}

    /** What runs, and what may be done about it. */
    public record Jobs(JobCases cases, JobActions actions, Cancellations cancellations,
            CancelEffects effects) {}

    OrdersSnapshot read(OrderQuestion question) {
        return new OrdersSnapshot(lists.read(question));
    }

    OrderCase read(UUID id) {
        OrderDetails details = orders.details(id);
        Ticket ticket = visitors.tickets().openFor(id).orElse(null);
        Queue line = ticket == null ? null
                : visitors.queues().list().stream().filter(queue -> queue.code().equals(ticket.queue())).findFirst()
                        .orElse(null);
        return new OrderCase(details, payments.captured(id).orElse(null), payments.refunds(id),
                orders.invoiceNumber(id).orElse(null), jobOf(details.order()),
                ticket, line);
    }

    /** The job as Redis has it; unknown while Redis is away, and not there before payment. */
    private JobCase jobOf(Order order) {
        if (order.jobNumber() == null) {
            return null;
        }
        try {
            return jobs.cases().show(queue, order.id().jobId());
        } catch (Unavailable | Refusal notToBeHad) {
            return null;
        }
    }
}
