package dev.callboard.orders;

import java.util.List;
import java.util.UUID;

import dev.callboard.audit.Act;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.OneByOne;

/** Ends reservations that nobody paid in time, and gives their goods back. */
public final class ReservationExpiry {
    private static final Act EXPIRY = Act.duty("expiry", "not paid in time");

    private final Database database;
    private final PromptDelivery prompt;
    private final OrderTransitions transitions;
    private final ReservationStore store = new ReservationStore();

    public ReservationExpiry(Database database, PromptDelivery prompt, OrderTransitions transitions) {
        this.database = database;
        this.prompt = prompt;
        this.transitions = transitions;
    }

    /**
     * Expires reservations that ran out, a bounded batch at a time. Two at once may list the same; each is ended once.
     *
     * @return how many this call ended
     */
    public int expireDue(int limit) {
        return expire(limit).ended();
    }

    /** As {@link #expireDue}. @return true where more is waiting: the list was full, and some of it was ended here */
    public boolean expireBatch(int limit) {
        Batch batch = expire(limit);
        return batch.listed() == limit && batch.ended() > 0;
    }

    /** Of what another process lists at the same time, each ends a part. */
    private record Batch(int listed, int ended) {}

    private Batch expire(int limit) {
        List<UUID> due = database.transaction(tx -> store.due(tx, limit));
        return new Batch(due.size(), OneByOne.count(due, id -> prompt
                .run((tx, rows) -> transitions.endReservation(tx, rows, id, OrderState.EXPIRED, EXPIRY)).value()));
    }

    /** True while a reservation has run out and not been expired. */
    public boolean isAnyOverdue() {
        return database.transaction(store::isAnyDue);
    }
}
