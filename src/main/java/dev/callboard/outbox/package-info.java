/**
 * What must happen outside Postgres because of a transaction: written in it, delivered after its commit, perhaps twice,
 * perhaps late, in no promised order. Knows no domain: each kind has an {@link dev.callboard.outbox.OutboxEffect}.
 */
package dev.callboard.outbox;
