package dev.callboard.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import dev.callboard.live.Subscriptions;
import dev.callboard.orders.Orders;
import dev.callboard.orders.Reservations;
import dev.callboard.payments.CardPayments;
import dev.callboard.payments.StripeEvents;
import dev.callboard.stock.Stock;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;

/**
 * The parts of a shop that customers reach.
 *
 * @param events reads the provider's messages; empty where no secret is set, and then none is believed
 * @param dependencies by name, what answers whether it can be reached; may block, and never throws
 */
public record GatewayShop(Orders orders, Reservations reservations, CardPayments payments,
        Optional<StripeEvents> events, Stock stock, Queues queues, Tickets tickets, Subscriptions subscriptions,
        Map<String, BooleanSupplier> dependencies) {}
