package dev.callboard.console.stock;

import java.time.Instant;
import java.util.Map;

import dev.callboard.stock.ProductLedger;
import dev.callboard.stock.StockList;
import dev.callboard.stock.StockQuestion;

/**
 * What the Stock screen shows.
 *
 * @param asked as the screen asked
 * @param gate what the gate would promise of each row, or null while it is closed
 * @param drift gate less Postgres for products where they have differed for too long
 * @param shown the ledger of the product in view, or null
 */
record StockSnapshot(StockList list, StockQuestion asked, Map<String, Long> gate, Map<String, Long> drift,
        ProductLedger shown) {

    Instant asOf() {
        return list.asOf();
    }

    /** What the gate would promise, or null where that is unknown. */
    Long promised(String sku) {
        return gate == null ? null : gate.get(sku);
    }

    /** By how much the gate has drifted; zero where it has not. */
    long drift(String sku) {
        return drift.getOrDefault(sku, 0L);
    }
}
