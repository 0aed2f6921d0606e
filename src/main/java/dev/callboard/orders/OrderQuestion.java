package dev.callboard.orders;

/**
 * Which orders to read.
 *
 * @param match part of a number, customer or SKU, in any case; empty for all
 * @param limit how many rows at most
 */
public record OrderQuestion(String match, OrderFilter filter, int limit) {}
