package dev.callboard.triage;

import java.math.BigDecimal;
import java.util.List;

/**
 * What cancelling many orders would do in all, as it stands now.
 *
 * @param orders how many of them are still FAILED
 * @param stock what goes back, product by product, most units first
 * @param refund amount that is given back
 * @param refunds in how many payments
 * @param tickets open tickets that wait for one of the orders
 * @param waiting how many of those wait to be called
 */
public record CancelSums(int orders, List<CancelPreview.StockEffect> stock, BigDecimal refund, int refunds,
        int tickets, int waiting) {

    public long units() {
        return stock.stream().mapToLong(CancelPreview.StockEffect::units).sum();
    }
}
