package dev.callboard.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.StorableText;

/**
 * Some units of one product.
 *
 * @param quantity units, 1 to {@value #MOST}
 */
public record StockLine(String sku, long quantity) {
    /** More units than any shop moves at once; keeps every sum exact in Lua's doubles. */
    public static final long MOST = 1_000_000_000L;
    static final int LONGEST_SKU = 64;

    /** @throws Refusal {@code invalid} for a quantity below 1 or above {@link #MOST}, {@code not_found} for an impossible SKU */
    public StockLine {
        if (!isPossible(sku)) {
            throw Refusal.notFound("product", sku);
        }
        if (quantity < 1 || quantity > MOST) {
            throw Refusal.invalid("A quantity must be from 1 to " + MOST + "; " + Refusal.shortened(sku) + " asks for "
                    + quantity + ".");
        }
    }

    /** False for a text that no product can have as its SKU. */
    static boolean isPossible(String sku) {
        return StorableText.fits(sku, LONGEST_SKU);
    }

    /** The same goods with each SKU once, sorted by SKU: the order in which stock is always locked. */
    public static List<StockLine> summed(Collection<StockLine> lines) {
        if (lines.isEmpty()) {
            throw Refusal.invalid("At least one line is needed.");
        }
        Map<String, Long> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.sku(), line.quantity(), Long::sum));
        return sums.entrySet().stream().map(entry -> new StockLine(entry.getKey(), entry.getValue())).toList();
    }
}
