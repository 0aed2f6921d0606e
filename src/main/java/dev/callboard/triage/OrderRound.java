package dev.callboard.triage;

import java.util.UUID;

/** An order in the generation in which somebody saw it: what a waiting action may still act on. */
public record OrderRound(UUID order, int round) {}
