package dev.callboard.triage;

import java.time.Instant;

/** The open ticket of somebody who waits for an order. @param queue its queue's name */
public record WaitingTicket(String code, String queue, Instant joinedAt) {}
