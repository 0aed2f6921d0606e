package dev.callboard.stock;

import java.math.BigDecimal;

/**
 * One product as Postgres knows it.
 *
 * @param onHand units in the shop
 * @param held units promised to open orders
 * @param version rises by one with every change of {@code onHand}
 */
public record Product(String sku, String name, BigDecimal price, long onHand, long held, long version) {

    /** Units that may still be sold. */
    public long available() {
        return onHand - held;
    }
}
