package dev.callboard.check;

import java.util.List;
import java.util.stream.Stream;

import dev.callboard.jobs.JobQueue;
import dev.callboard.postgres.Database;
import dev.callboard.stock.Gate;

/** What always holds of goods, orders, money and jobs, in Postgres and between it and Redis. */
public final class ShopInvariants {

    private ShopInvariants() {}

    /**
     * Their examination throws {@link dev.callboard.refusals.Unavailable} where one of the servers cannot be reached; a
     * closed gate is no violation.
     *
     * @param database a login that may read everything, as staff and admins may
     * @param queue the queue of the orders' jobs
     */
    public static List<Invariant> of(Database database, Gate gate, JobQueue queue) {
        return Stream.of(StockInvariants.of(database), OrderInvariants.of(database), MoneyInvariants.of(database),
                OutboxInvariants.of(database), GateInvariants.of(database, gate), JobInvariants.of(database, queue))
                .flatMap(List::stream).toList();
    }
}
