package dev.callboard.tickets;

/** Hears of changes after their commit. It must not throw: what happened is already true. */
public interface TicketNews {

    /** Something that the queue's screens show has changed. */
    void queueChanged(String code);

    /** For whoever needs no news. */
    static TicketNews nobody() {
        return code -> {};
    }
}
