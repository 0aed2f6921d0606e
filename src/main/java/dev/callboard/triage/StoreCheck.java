package dev.callboard.triage;

/** One thing that must be so for jobs and orders to be safe in the two stores. */
public enum StoreCheck {
    /** Postgres answers and takes writes: it is no standby. */
    POSTGRES,
    /** The tables are those that this program knows. */
    SCHEMA,
    /** Redis answers and lets this login read jobs and tell news. */
    REDIS,
    /** A full Redis refuses writes and throws no job away (policy {@code noeviction}). */
    KEEPING,
    /** The clocks of the two servers are less than five seconds apart. */
    CLOCKS,
    /** What Redis has to hear of Postgres reaches it: nothing has been due for a minute. */
    DELIVERY
}
