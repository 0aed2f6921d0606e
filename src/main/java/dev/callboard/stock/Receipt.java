package dev.callboard.stock;

import java.math.BigDecimal;

/**
 * Goods that arrive.
 *
 * @param name new name, or null to leave it
 * @param price new price, or null to leave it
 * @param delivery what it came with, in the words of whoever booked it, or null
 */
public record Receipt(StockLine goods, String name, BigDecimal price, String delivery) {

    /** Goods that came with nothing to name. */
    public Receipt(StockLine goods, String name, BigDecimal price) {
        this(goods, name, price, null);
    }
}
