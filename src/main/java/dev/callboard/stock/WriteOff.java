package dev.callboard.stock;

/**
 * What a write-off took.
 *
 * @param taken units written off
 * @param shortfall units asked for beyond what was available
 */
public record WriteOff(String sku, long taken, long shortfall, boolean pending) {}
