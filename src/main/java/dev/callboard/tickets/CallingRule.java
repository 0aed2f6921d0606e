package dev.callboard.tickets;

import java.time.Duration;

/**
 * In which order a queue is called: whoever waits longer than the age limit first, then so many with priority for each
 * one without, then by arrival.
 *
 * <p>Nobody without priority waits for ever. Of the m people before one at its arrival let n be without priority, and
 * let a call come every s seconds at the latest while somebody waits. Before it are called: of those n each one; with
 * priority at most N (priorityPerNormal) ahead of each of them and of itself, (n + 1) × N. So without an age limit it
 * waits at most {@code (n + (n + 1) × N + 1) × s}. With one, all m may be too old before it is, but nobody who came
 * later can be: at most {@code (m + (n + 1) × N + 1) × s}, and, once it is too old itself and only those m go before
 * it, at most {@code ageLimit + (m + 1) × s}; the smaller counts. What people decide (a call out of order, a ticket
 * put in front) comes on top.
 *
 * @param ageLimit whole minutes, a minute at least and a day at most; null where nobody goes first for their age
 * @param priorityPerNormal 1 to 100
 */
public record CallingRule(Duration ageLimit, int priorityPerNormal) {
    /** The rule of a new queue. */
    public static final CallingRule USUAL = new CallingRule(Duration.ofMinutes(10), 2);
}
