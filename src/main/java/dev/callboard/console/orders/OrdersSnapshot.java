package dev.callboard.console.orders;

import java.time.Instant;

import dev.callboard.orders.OrderList;

/** What the Orders screen shows at its left. */
record OrdersSnapshot(OrderList list) {

    Instant asOf() {
        return list.asOf();
    }
}
