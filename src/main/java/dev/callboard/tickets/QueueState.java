package dev.callboard.tickets;

/** What a queue does at present. Any state may follow any other: it is a person's decision. */
public enum QueueState {
    /** Issues tickets and calls them. */
    OPEN(true, true),
    /** Issues tickets, calls nobody. */
    PAUSED(true, false),
    /** Issues no more tickets, goes on calling. */
    LOCKED(false, true),
    /** Neither. */
    CLOSED(false, false);

    private final boolean issuing;
    private final boolean calling;

    QueueState(boolean issuing, boolean calling) {
        this.issuing = issuing;
        this.calling = calling;
    }

    public boolean isIssuing() {
        return issuing;
    }

    public boolean isCalling() {
        return calling;
    }
}
