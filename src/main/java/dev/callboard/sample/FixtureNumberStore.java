package dev.callboard.sample;

import dev.callboard.postgres.Transaction;

/** The SQL that lets the fixture's numbers begin somewhere else. */
final class FixtureNumberStore {

    void nextOrder(Transaction tx, long number) {
        next(tx, "order_number", number);
    }

    void nextJob(Transaction tx, long number) {
        next(tx, "job_number", number);
    }

    void nextRun(Transaction tx, long number) {
        next(tx, "bulk_run_id_seq", number);
    }

    void lastInvoice(Transaction tx, long number) {
        tx.handle().createUpdate("update invoice_counter set last = :last").bind("last", number).execute();
    }

    private static void next(Transaction tx, String sequence, long number) {
        tx.handle().createQuery("select setval(cast(:sequence as regclass), :next, false)").bind("sequence", sequence)
                .bind("next", number).mapTo(Long.class).one();
    }
}
