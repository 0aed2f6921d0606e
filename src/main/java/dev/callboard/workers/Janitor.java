package dev.callboard.workers;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.audit.Act;
import dev.callboard.orders.Order;
import dev.callboard.orders.Orders;
import dev.callboard.refusals.OneByOne;
import dev.callboard.triage.Cancellations;
import dev.callboard.triage.OrderRound;

/**
 * Cancels what nobody took care of: orders that have been FAILED for longer than the limit, one at a time, with the
 * same compensation and audit as a person. Lists from Postgres, not from the failed set; the age is looked at again in
 * the update that cancels, for the order may have been retried and have failed anew meanwhile.
 */
public final class Janitor implements Duty {
    private static final int BATCH = 50;
    private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);

    private final Orders orders;
    private final Cancellations cancellations;
    private final Duration after;
    private final Duration every;

    /** @param after how long an order may stay FAILED @param every how often to look */
    public Janitor(Orders orders, Cancellations cancellations, Duration after, Duration every) {
        this.orders = orders;
        this.cancellations = cancellations;
        this.after = after;
        this.every = every;
    }

    @Override
    public String name() {
        return "janitor";
    }

    @Override
    public Duration every() {
        return every;
    }

    @Override
    public boolean runOnce() {
        List<Order> stale = orders.failedFor(after, BATCH);
        Act act = Act.duty("janitor", "failed for longer than " + readable(after));
        int cancelled = OneByOne.count(stale, order -> cancel(order, act));
        // another janitor may have cancelled some of the same batch: who won fewer goes on all the same
        return stale.size() == BATCH && cancelled > 0;
    }

    private boolean cancel(Order order, Act act) {
        boolean done = cancellations.cancelFailed(new OrderRound(order.uuid(), order.round()), after, act).isPresent();
        if (done) {
            LOG.info("order {} was FAILED since {} and is cancelled", order.number(), order.failedAt());
        }
        return done;
    }

    private static String readable(Duration length) {
        return length.toHours() > 0 && length.toMinutesPart() == 0 ? length.toHours() + " h"
                : length.toSeconds() + " s";
    }
}
