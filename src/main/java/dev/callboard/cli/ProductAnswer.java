package dev.callboard.cli;

import java.util.Collection;
import java.util.List;

import dev.callboard.stock.Product;
import dev.callboard.stock.StockLine;
import dev.callboard.stock.StockReport;

/** How goods are answered. */
final class ProductAnswer {
    private ProductAnswer() {}

    static Document of(StockReport report) {
        Product product = report.product();
        return new Document().with("sku", product.sku()).with("name", product.name()).with("price", product.price())
                .with("on_hand", product.onHand()).with("held", product.held()).with("available", product.available())
                .with("gate", report.gate().isPresent() ? report.gate().getAsLong() : null)
                .withIf(report.pending(), "pending", true);
    }

    static List<Document> goods(Collection<StockLine> lines) {
        return lines.stream().map(line -> new Document().with("sku", line.sku()).with("qty", line.quantity()))
                .toList();
    }
}
