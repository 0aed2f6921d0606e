package dev.callboard.stock;

import java.math.BigDecimal;

/**
 * Goods that arrive.
 *
 * @param name new name, or null to leave it
 * @param price new price, or null to leave it
 */
public record Receipt(StockLine goods, String name, BigDecimal price) {}
