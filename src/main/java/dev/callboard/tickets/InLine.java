package dev.callboard.tickets;

/**
 * Somebody who waits, at the place that the calling order gives them at this moment.
 *
 * @param ticket WAITING; its position is the place among everybody listed, from 1
 * @param reason why there
 * @param turn for a turn of priority: its how-manyeth since the last one without, from 1; otherwise 0
 */
public record InLine(Ticket ticket, CallReason reason, int turn) {}
