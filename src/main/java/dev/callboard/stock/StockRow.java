package dev.callboard.stock;

import java.time.Instant;

/** One product in a list. @param movedAt when its stock or its holds changed last, or null where they never did */
public record StockRow(Product product, Instant movedAt) {}
