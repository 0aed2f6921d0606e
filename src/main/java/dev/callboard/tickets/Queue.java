package dev.callboard.tickets;

import java.time.Duration;
import java.time.Instant;

/**
 * A queue and how it stands.
 *
 * @param reason why it is in this state, in the words of whoever set it, or null
 * @param setBy login that brought it into this state
 * @param since when it came into this state
 * @param waiting tickets WAITING in it, wherever they were issued
 * @param called tickets CALLED
 * @param serving tickets SERVING
 * @param held tickets HELD
 * @param oldestArrival first arrival of whoever waits longest, or null where nobody waits
 * @param pausedToday how long it stood PAUSED in the present business day, a pause that still lasts included
 * @param rule in which order it is called
 */
public record Queue(String code, String name, QueueState state, String reason, String setBy, Instant since, int waiting,
        int called,
        int serving, int held, Instant oldestArrival, Duration pausedToday, CallingRule rule) {}
