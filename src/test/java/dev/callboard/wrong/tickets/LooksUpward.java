package dev.callboard.wrong.tickets;

import dev.callboard.orders.Order;

/** Wrong: tickets lie below orders. */
record LooksUpward(Order order) {}
