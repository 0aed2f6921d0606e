package dev.callboard.sample;

import dev.callboard.postgres.Transaction;

/** Reads what a replay of invoices left behind in Postgres. */
final class RetailStore {
    private static final String STOCK = """
            select count(*) as skus, coalesce(sum(on_hand), 0) as units, coalesce(min(on_hand), 0) as lowest,
              count(*) filter (where on_hand = 0) as at_zero
            from product
            """;

    private static final String LEDGER = """
            select coalesce(sum(quantity) filter (where kind = 'RECEIVE'), 0) as received,
              coalesce(-sum(quantity) filter (where kind = 'SHIP'), 0) as sold,
              coalesce(sum(quantity) filter (where kind = 'CUSTOMER_RETURN'), 0) as returned,
              coalesce(-sum(quantity) filter (where kind = 'WRITE_OFF'), 0) as written_off
            from stock_movement
            """;

    private static final String UNFINISHED = """
            select (select count(*) from orders where state in ('PAID', 'PROCESSING'))
              + (select count(*) from outbox where done_at is null and not set_apart and kind <> 'mail') as unfinished
            """;

    /** @param units on hand in all @param lowest least on hand of any product @param atZero products without stock */
    record StockFigures(long skus, long units, long lowest, long atZero) {}

    /** Units moved, each as a positive number. */
    record LedgerFigures(long received, long sold, long returned, long writtenOff) {}

    StockFigures stock(Transaction tx) {
        return tx.handle().createQuery(STOCK).map((row, context) -> new StockFigures(row.getLong("skus"),
                row.getLong("units"), row.getLong("lowest"), row.getLong("at_zero"))).one();
    }

    LedgerFigures ledger(Transaction tx) {
        return tx.handle().createQuery(LEDGER).map((row, context) -> new LedgerFigures(row.getLong("received"),
                row.getLong("sold"), row.getLong("returned"), row.getLong("written_off"))).one();
    }

    /** Paid orders that no worker has finished, and news that Redis has not heard. */
    long unfinished(Transaction tx) {
        return tx.handle().createQuery(UNFINISHED).mapTo(Long.class).one();
    }
}
