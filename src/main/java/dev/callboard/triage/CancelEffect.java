package dev.callboard.triage;

import java.time.Instant;
import java.util.UUID;

/**
 * One effect of a cancel and how far it has come.
 *
 * @param kind what it is about
 * @param payment the payment that is given back; null with every other kind
 * @param at when it was done, or null
 * @param detail in a few words: units, amount, error
 */
public record CancelEffect(Kind kind, UUID payment, State state, Instant at, String detail) {

    /** An effect that is about no payment. */
    public CancelEffect(Kind kind, State state, Instant at, String detail) {
        this(kind, null, state, at, detail);
    }

    /** What a cancel does. */
    public enum Kind {
        /** The order's state and audit. */
        ORDER,
        /** Units booked back by the ledger, or a hold that ended. */
        STOCK,
        /** What the gate in Redis is told of it. */
        GATE,
        /** Money that is owed back. */
        REFUND,
        /** The job's removal. */
        JOB,
        /** Word to the desk whose ticket waits for the order. */
        TICKET
    }

    /** How far it has come. */
    public enum State {
        DONE,
        /** It goes on by itself, also without any window. */
        UNDER_WAY,
        /** It failed for good, or only a person can do it. */
        NEEDS_PERSON
    }
}
