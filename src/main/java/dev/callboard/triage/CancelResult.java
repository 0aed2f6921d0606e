package dev.callboard.triage;

import java.time.Instant;
import java.util.List;

import dev.callboard.orders.Order;
import dev.callboard.payments.Refund;
import dev.callboard.stock.StockLine;

/**
 * What a cancel did.
 *
 * @param order as it stands now
 * @param returned shipped units that were booked back
 * @param released held units that became free
 * @param refunds what is owed back
 * @param at when it was committed
 * @param pending true where the gate or the job queue has not been told yet; it will be, also without this window
 */
public record CancelResult(Order order, List<StockLine> returned, List<StockLine> released, List<Refund> refunds,
        Instant at, boolean pending) {}
