package dev.callboard.orders;

import java.math.BigDecimal;

/**
 * What an order list says about the whole shop.
 *
 * @param today orders made in the present business day
 * @param taken what was paid for those that are neither cancelled nor expired
 * @param failed orders in FAILED, of any day
 * @param expiring reservations that run out within {@link OrderLists#SOON}
 * @param slowPayments payments under way for longer than {@link OrderLists#USUAL_PAYMENT}
 */
public record OrderFigures(long today, BigDecimal taken, long failed, long expiring, long slowPayments) {}
