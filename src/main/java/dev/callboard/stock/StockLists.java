package dev.callboard.stock;

import java.util.Optional;

import dev.callboard.postgres.Database;

/** Reads lists of products and the ledger of one. */
public final class StockLists {
    private static final int MOVEMENTS = 500;

    private final Database database;
    private final StockListStore lists = new StockListStore();
    private final ProductLedgerStore ledger = new ProductLedgerStore();

    public StockLists(Database database) {
        this.database = database;
    }

    /** Rows, total and figures, all of one moment. */
    public StockList read(StockQuestion question) {
        return database.snapshot(tx -> new StockList(lists.now(tx), question, lists.rows(tx, question),
                lists.total(tx, question), lists.figures(tx), lists.gate(tx)));
    }

    /** A product with its newest movements and its open holds, all of one moment; empty for an unknown SKU. */
    public Optional<ProductLedger> ledger(String sku) {
        return database.snapshot(tx -> lists.product(tx, sku).map(
                product -> new ProductLedger(product, ledger.rows(tx, product, MOVEMENTS), ledger.sums(tx, sku))));
    }
}
