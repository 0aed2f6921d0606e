package dev.callboard.stock;

import java.time.Instant;
import java.util.List;

/**
 * A product and why it is at what it is at.
 *
 * @param rows newest first: movements, and the open holds at the time they were taken
 */
public record ProductLedger(Product product, List<Row> rows, Sums sums) {

    /**
     * One movement, or one open hold.
     *
     * @param kind or null for a hold, which moves no stock
     * @param units signed for a movement, as held for a hold
     * @param onHand what was on hand afterwards
     * @param order the order's number, or null without one
     * @param customer the order's, or null
     * @param actor login that booked it, or null for a hold
     * @param reason or null
     */
    public record Row(Instant at, MovementKind kind, long units, long onHand, Long order, String customer,
            String actor, String reason) {

        public boolean isHold() {
            return kind == null;
        }
    }

    /**
     * The whole ledger of the product, summed by kind, without signs.
     *
     * @param opening the first delivery ever booked
     * @param received deliveries after it
     * @param shipped units that orders took
     * @param returned units given back by cancels and by customers
     * @param adjusted corrections, signed
     */
    public record Sums(long opening, long received, long shipped, long returned, long writtenOff, long adjusted) {

        /** What ought to be on hand. */
        public long onHand() {
            return opening + received - shipped + returned - writtenOff + adjusted;
        }
    }

    /** What is on hand beyond what the ledger accounts for; zero where it adds up. */
    public long unexplained() {
        return product.onHand() - sums.onHand();
    }
}
