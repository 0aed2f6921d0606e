package dev.callboard.stock;

import java.time.Instant;
import java.util.List;

/**
 * Products that match a question, and figures of the whole shop.
 *
 * @param asOf the database's time of that moment
 * @param total how many match, read or not
 * @param gate when the gate was last made true
 */
public record StockList(Instant asOf, StockQuestion question, List<StockRow> rows, long total, Figures figures,
        GateTimes gate) {

    /**
     * What stands beside the list.
     *
     * @param products every product of the shop
     * @param soldOut those of which nothing can be sold
     * @param heldUnits units promised to open orders
     * @param reservations open holds
     */
    public record Figures(long products, long soldOut, long heldUnits, long reservations) {}
}
