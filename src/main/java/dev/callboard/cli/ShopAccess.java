package dev.callboard.cli;

import dev.callboard.orders.CustomerReturns;
import dev.callboard.orders.Orders;
import dev.callboard.orders.Reservations;
import dev.callboard.payments.Payments;
import dev.callboard.settings.Settings;
import dev.callboard.stock.Stock;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;

/**
 * One shop as commands see it. Each part is opened at its first use, so that a command which needs Postgres alone
 * never waits for Redis; closing it closes what was opened.
 */
public interface ShopAccess extends AutoCloseable {

    Settings settings();

    /** @return the version that the schema then has */
    String bringSchemaUpToDate();

    Queues queues();

    Tickets tickets();

    Stock stock();

    Orders orders();

    Reservations reservations();

    Payments payments();

    CustomerReturns returns();

    @Override
    void close();
}
