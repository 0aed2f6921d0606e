package dev.callboard.cli;

import java.nio.file.Path;

import dev.callboard.check.CheckReport;
import dev.callboard.orders.CustomerReturns;
import dev.callboard.orders.Orders;
import dev.callboard.orders.Reservations;
import dev.callboard.payments.Payments;
import dev.callboard.sample.CallsReport;
import dev.callboard.sample.RetailReport;
import dev.callboard.settings.Settings;
import dev.callboard.stock.Shelves;
import dev.callboard.stock.Stock;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.TicketCodes;
import dev.callboard.tickets.Tickets;
import dev.callboard.triage.CancelEffects;
import dev.callboard.triage.Cancellations;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobBatches;
import dev.callboard.triage.JobCases;
import dev.callboard.triage.JobClearance;
import dev.callboard.triage.JobNames;

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

    TicketCodes ticketCodes();

    Stock stock();

    Shelves shelves();

    Orders orders();

    Reservations reservations();

    Payments payments();

    CustomerReturns returns();

    Cancellations cancellations();

    CancelEffects cancelEffects();

    JobCases jobs();

    JobNames jobNames();

    JobActions jobActions();

    JobBatches jobBatches();

    JobClearance jobClearance();

    /** Examines every invariant. */
    CheckReport check();

    /** Plays real invoices on an empty shop. @param opening units of each product to begin with */
    RetailReport replayRetail(Path file, long opening);

    /** Plays real arrivals. */
    CallsReport replayCalls(Path file);

    @Override
    void close();
}
