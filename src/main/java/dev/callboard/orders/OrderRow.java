package dev.callboard.orders;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One order in a list.
 *
 * @param changedAt when its state changed last
 * @param expiresAt when a reservation runs out
 */
public record OrderRow(Order.OrderId id, String customer, OrderState state, BigDecimal total, Instant changedAt,
        Instant expiresAt) {}
