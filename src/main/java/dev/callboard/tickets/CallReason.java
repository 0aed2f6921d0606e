package dev.callboard.tickets;

/** Why a waiting ticket has its place in the calling order; the first that applies. */
public enum CallReason {
    /** A transfer put it in front. */
    PUT_IN_FRONT,
    /** It waits longer than its queue's age limit, so no other rule counts. */
    OVER_AGE_LIMIT,
    /** It has priority, and its queue is at a turn of priority. */
    PRIORITY_TURN,
    /** Back from a hold or a no-show, at its old place. */
    CAME_BACK,
    /** It came from another queue. */
    TRANSFERRED,
    /** It simply came first. */
    BY_ARRIVAL
}
