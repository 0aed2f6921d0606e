/**
 * Queues, tickets and counters. The laws stand in the schema's functions, one round trip each; this package asks them
 * and tells the news after the commit.
 */
package dev.callboard.tickets;
