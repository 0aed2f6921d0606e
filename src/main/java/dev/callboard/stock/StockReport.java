package dev.callboard.stock;

import java.util.OptionalLong;

/**
 * A product with what the gate says of it.
 *
 * @param gate units that the gate would still promise; empty while it is closed or Redis is away
 * @param pending true where the gate has not been told of the latest change yet
 */
public record StockReport(Product product, OptionalLong gate, boolean pending) {}
