package dev.callboard.console.stock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callboard.stock.GateComparison;
import dev.callboard.stock.GateReconciler;
import dev.callboard.stock.LedgerCheck;
import dev.callboard.stock.ProductLedger;
import dev.callboard.stock.Stock;
import dev.callboard.stock.StockFilter;
import dev.callboard.stock.StockList;
import dev.callboard.stock.StockLists;
import dev.callboard.stock.StockQuestion;

/**
 * What the Stock screen asks of the shop.
 *
 * @param patience how long the gate may differ before it counts as drifted
 */
public record StockServices(StockLists lists, Stock stock, GateComparison gate, GateReconciler reconciler,
        LedgerCheck check, Duration patience) {

    StockSnapshot read(StockQuestion question, String shownSku, DriftWatch drift) {
        Optional<Map<String, Long>> drifted = drift.drifted();
        StockQuestion asked = question.filter() == StockFilter.DRIFT
                ? new StockQuestion(question.match(), question.filter(), question.order(), drift.skus(),
                        question.limit())
                : question;
        StockList list = lists.read(asked);
        List<String> skus = list.rows().stream().map(row -> row.product().sku()).toList();
        ProductLedger shown = shownSku == null ? null : lists.ledger(shownSku).orElse(null);
        return new StockSnapshot(list, question, gate.promised(skus).orElse(null), drifted.orElse(Map.of()), shown);
    }
}
