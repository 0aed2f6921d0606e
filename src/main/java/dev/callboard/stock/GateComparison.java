package dev.callboard.stock;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.callboard.postgres.Database;
import dev.callboard.refusals.Unavailable;

/**
 * What the gate would promise beside what Postgres has. The two are read one after the other: a difference that does
 * not last is a sale under way.
 */
public final class GateComparison {
    private static final int CHUNK = 1_000;
    private static final int LOOKS = 5;

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
        return differences(database.transaction(products::all));
    }

    /**
     * Products that differ by the same at two looks running. A sale under way is hardly ever such: a product that is found
     * right once is let go, and one whose difference changes is looked at again, a few times.
     *
     * @param between lets a moment pass before each further look
     */
    Set<String> lasting(Runnable between) {
        Map<String, Long> before = differences().orElse(Map.of());
        Set<String> lasting = new HashSet<>();
        for (int look = 1; look < LOOKS && !before.isEmpty(); look++) {
            between.run();
            Map<String, Long> now = new HashMap<>(among(before.keySet()));
            before.forEach((sku, more) -> {
                if (now.remove(sku, more)) {
                    lasting.add(sku);
                }
            });
            before = now;
        }
        return lasting;
    }

    /** Those of the products that differ; none while the gate is closed. */
    Map<String, Long> among(Set<String> skus) {
        return differences(database.transaction(tx -> products.these(tx, List.copyOf(skus)))).orElse(Map.of());
    }

    private Optional<Map<String, Long>> differences(List<Product> all) {
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
