package dev.callboard.sample;

import java.util.function.Consumer;

import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.postgres.Transaction;

/** The shop of the pictures has been open for years: its numbers go on where such a shop's would. */
public final class FixtureNumbers implements AutoCloseable {
    private static final long FIRST_ORDER = 20_641;
    private static final long FIRST_TROUBLED_ORDER = 20_776;
    private static final long FIRST_TROUBLED_JOB = 48_178;
    private static final long LAST_INVOICE = 4_435;
    private static final long RUN = 118;

    private final Database database;
    private final FixtureNumberStore store = new FixtureNumberStore();

    /** @param owner may set counters */
    public FixtureNumbers(PostgresAddress owner) {
        this.database = Database.open(owner, 1);
    }

    /** Before the order that is collected at the counter. */
    public void beforeTheCollectedOrder() {
        set(tx -> store.nextOrder(tx, FIRST_ORDER));
    }

    /** Before the orders that fail, and the run over the jobs that failed. */
    public void beforeTheTrouble() {
        set(tx -> {
            store.nextOrder(tx, FIRST_TROUBLED_ORDER);
            store.nextJob(tx, FIRST_TROUBLED_JOB);
            store.lastInvoice(tx, LAST_INVOICE);
            store.nextRun(tx, RUN);
        });
    }

    private void set(Consumer<Transaction> numbers) {
        database.transaction(tx -> {
            numbers.accept(tx);
            return null;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
