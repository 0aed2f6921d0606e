package dev.callboard.triage;

import java.math.BigDecimal;
import java.util.List;

import dev.callboard.orders.Order;
import dev.callboard.payments.Payment;

/**
 * What cancelling an order would do, computed by the server from what stands now.
 *
 * @param stock what goes back, product by product
 * @param onlyReleases true where nothing was shipped: units become free, on hand stays
 * @param payment what was captured, or null
 * @param refund amount that the cancel would owe back
 * @param refunded amount already owed or given back, also of payments that came too late
 * @param invoiceNumber number of the invoice that stays on record, or null
 * @param ticketCode code of the open ticket that waits for this order, or null
 */
public record CancelPreview(Order order, List<StockEffect> stock, boolean onlyReleases, Payment payment,
        BigDecimal refund, BigDecimal refunded, Long invoiceNumber, String ticketCode) {

    /**
     * The effect on one product.
     *
     * @param units that go back on hand, or become free
     */
    public record StockEffect(String sku, String product, long units, long onHandNow, long onHandAfter,
            long availableNow, long availableAfter) {

        /** True where the product could not be sold and can be afterwards. */
        public boolean isBackOnSale() {
            return availableNow <= 0 && availableAfter > 0;
        }
    }

    public long units() {
        return stock.stream().mapToLong(StockEffect::units).sum();
    }
}
