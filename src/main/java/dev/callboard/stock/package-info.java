/**
 * Goods: what is on hand and held (Postgres), every movement in the ledger, and the gate in Redis that decides at
 * reserve time what can still be sold.
 */
package dev.callboard.stock;
