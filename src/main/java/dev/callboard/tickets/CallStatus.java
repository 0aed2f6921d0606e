package dev.callboard.tickets;

/** What became of a call. */
public enum CallStatus {
    /** The visitor is being waited for. */
    CALLED,
    /** The visitor came, or their turn is over. */
    ANSWERED,
    /** Taken back: the visitor waits again. */
    WITHDRAWN,
    /** The ticket went elsewhere: held, transferred, cancelled or called anew. */
    GONE
}
