package dev.callboard.stock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callboard.postgres.Database;
import dev.callboard.refusals.Unavailable;

/**
 * What the gate would promise beside what Postgres has. The two are read one after the other: a difference that does
 * not last is a sale under way.
 */
public final class GateComparison {
    private static final int CHUNK = 1_000;

    private final Database database;
    private final Gate gate;
    private final ProductStore products = new ProductStore();

    public GateComparison(Database database, Gate gate) {
        this.database = database;
        this.gate = gate;
    }

    /** What the gate would still promise of these; empty while it is closed or cannot be reached. */
    public Optional<Map<String, Long>> promised(List<String> skus) {
        try {
            return gate.figures(skus).map(figures -> {
                Map<String, Long> promised = new HashMap<>();
                figures.forEach((sku, figure) -> promised.put(sku, figure.available()));
                return promised;
            });
        } catch (Unavailable redisIsAway) {
            return Optional.empty();
        }
    }

    /** Gate less Postgres for every product where they differ; empty while the gate is closed. */
    public Optional<Map<String, Long>> differences() {
        List<Product> all = database.transaction(products::all);
        Map<String, Long> differences = new HashMap<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Product> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            Optional<Map<String, Long>> promised = promised(chunk.stream().map(Product::sku).toList());
            if (promised.isEmpty()) {
                return Optional.empty();
            }
            chunk.forEach(product -> {
                long more = promised.get().get(product.sku()) - product.available();
                if (more != 0) {
                    differences.put(product.sku(), more);
                }
            });
        }
        return Optional.of(differences);
    }
}
