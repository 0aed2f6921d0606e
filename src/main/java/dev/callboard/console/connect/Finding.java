package dev.callboard.console.connect;

/**
 * What a test of one service told.
 *
 * @param good false where it cannot be used as it is
 * @param headline one word and the round trip, or what failed
 * @param detail one line more, or null
 */
public record Finding(boolean good, Problem headline, Problem detail) {}
