package dev.callboard.stock;

import java.util.List;

/**
 * Which products to read, and in what order.
 *
 * @param match literal part of SKU or name, in any case; empty for all
 * @param drifting SKUs that {@link StockFilter#DRIFT} shows
 * @param limit how many rows at most
 */
public record StockQuestion(String match, StockFilter filter, Order order, List<String> drifting, int limit) {

    /** What rows are sorted by. */
    public enum Column {
        SKU, NAME, ON_HAND, HELD, AVAILABLE
    }

    /** The order of rows; equal ones by SKU. */
    public record Order(Column by, boolean descending) {}
}
