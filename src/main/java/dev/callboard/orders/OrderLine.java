package dev.callboard.orders;

import java.math.BigDecimal;

/**
 * One product of an order.
 *
 * @param price of one unit
 * @param shipped units taken from stock: none or all
 * @param cancelled units given back by a cancel
 * @param returned units given back by the customer
 */
public record OrderLine(long id, String sku, String product, long quantity, BigDecimal price, long shipped,
        long cancelled, long returned) {

    /** What a cancel would still give back. */
    public long returnable() {
        return shipped - cancelled - returned;
    }
}
