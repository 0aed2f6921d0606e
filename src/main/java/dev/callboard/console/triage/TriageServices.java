package dev.callboard.console.triage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

import dev.callboard.console.triage.runs.RunServices;
import dev.callboard.orders.Orders;
import dev.callboard.triage.BulkRuns;
import dev.callboard.triage.CancelEffects;
import dev.callboard.triage.Cancellations;
import dev.callboard.triage.GroupClaims;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobCases;
import dev.callboard.triage.Payloads;
import dev.callboard.triage.SavedFilters;
import dev.callboard.triage.StoreHealth;

/** What Triage asks of the shop. */
public record TriageServices(JobCases cases, JobActions actions, Cancellations cancellations,
        CancelEffects effects, Orders orders, Bulk bulk, Desk desk) {

    /**
     * Bulk actions.
     *
     * @param wake lets this console's runner look for runs at once
     */
    public record Bulk(BulkRuns runs, Runnable wake) {}

    /**
     * What a person at Triage keeps.
     *
     * @param zone of the shop's days
     * @param now the server's time
     * @param health looks at both stores; never throws
     */
    public record Desk(GroupClaims claims, SavedFilters filters, Payloads payloads, ZoneId zone,
            Supplier<Instant> now, Supplier<StoreHealth> health) {}

    RunServices runServices() {
        return new RunServices(bulk.runs(), cancellations, bulk.wake(), desk.now());
    }
}
