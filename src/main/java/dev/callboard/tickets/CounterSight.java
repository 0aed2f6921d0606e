package dev.callboard.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that somebody at a counter looks at, of one moment.
 *
 * @param asOf the database's time of that moment
 * @param queues the queues served at the counter, by code
 * @param allQueues every queue of the shop, by code: where a ticket may be transferred to
 * @param counter the counter, or null before its first use
 * @param ticket the ticket CALLED or SERVING there, or null
 * @param line whoever would be called next, by the very order of the call, at most {@link #LONGEST_LINE}
 * @param standing whoever waits in a served queue that calls nobody now, in the order it would call them, at most
 *        {@link #LONGEST_LINE}
 * @param lastAct the login's latest act at this counter that may still be undone, or null
 * @param lastActOn the ticket of that act, as it is now, or null
 * @param lastDone the ticket completed there last, or null
 * @param today what the login has done at the counter in the present business day
 * @param longestYesterday the longest that anybody without priority waited in the served queues on the business day
 *        before, or null where nobody was called
 * @param quotes the wait of somebody who came to a queue now, by its code; none where it cannot be reckoned
 * @param quoted the wait that the visitor at the counter was told on arrival, or null
 * @param arrived where the visitor at the counter took their number, or null
 * @param message the oldest line of the present business day to whoever sits there that nobody has read, or null
 */
public record CounterSight(Instant asOf, List<Queue> queues, List<Queue> allQueues, Counter counter, Ticket ticket,
        List<InLine> line, List<Ticket> standing, TicketEvent lastAct, Ticket lastActOn, Ticket lastDone,
        DayFigures today,
        Duration longestYesterday,
        Map<String, QuotedWait> quotes, QuotedWait quoted, Arrival arrived,
        CounterMessage message) {
    /** How many waiting tickets are read at most. */
    public static final int LONGEST_LINE = 200;

    /** The served queues that call nobody now although somebody waits in them. */
    public List<Queue> stopped() {
        return queues.stream().filter(queue -> !queue.state().isCalling() && queue.waiting() > 0).toList();
    }

    /** How many wait in the served queues, callable or not. */
    public int waiting() {
        return queues.stream().mapToInt(Queue::waiting).sum();
    }
}
