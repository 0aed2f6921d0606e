package dev.callboard.stock;

/**
 * What the gate knows of one product.
 *
 * @param version of {@code onHand}; -1 where the gate has never heard of the product
 */
public record GateFigures(long onHand, long version, long held) {

    /** Units that the gate would still promise. */
    public long available() {
        return onHand - held;
    }
}
