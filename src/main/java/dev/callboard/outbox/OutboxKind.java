package dev.callboard.outbox;

/** What an outbox row asks for. */
public enum OutboxKind {
    /** Tell the stock gate in Redis what Postgres says of some products and an ended hold. */
    GATE,
    /** Bring an order's job to the state that its order wants. */
    JOB,
    /** Send a message that no step of an order sends. */
    MAIL,
    /** Give a captured payment back at its provider. */
    REFUND,
    /** Tell another program of an alert. */
    WEBHOOK,
    /** Tell the desk of a ticket what became of its order. */
    NOTICE;

    String stored() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static OutboxKind of(String stored) {
        return valueOf(stored.toUpperCase(java.util.Locale.ROOT));
    }
}
