package dev.callboard.console.orders;

import java.time.Instant;

import dev.callboard.orders.OrderList;

/**
 * What the Orders screen shows at its left.
 *
 * @param mayAct whether the login may retry and cancel
 */
record OrdersSnapshot(OrderList list, boolean mayAct) {

    Instant asOf() {
        return list.asOf();
    }
}
