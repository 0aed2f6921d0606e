package dev.callboard.tickets;

/** Why a waiting ticket has its place in the calling order. */
public enum CallReason {
    /** A transfer put it in front. */
    PUT_IN_FRONT,
    /** It has priority. */
    PRIORITY,
    /** Back from a hold or a no-show, at its old place. */
    CAME_BACK,
    /** It came from another queue. */
    TRANSFERRED,
    /** It simply came first. */
    BY_ARRIVAL
}
