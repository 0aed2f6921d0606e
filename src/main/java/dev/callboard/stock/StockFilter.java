package dev.callboard.stock;

/** Which products a list shows. */
public enum StockFilter {
    ALL,
    /** Those of which the gate says something else than Postgres. */
    DRIFT,
    /** Those of which nothing can be sold. */
    SOLD_OUT,
    /** Those of which units are promised. */
    HELD
}
