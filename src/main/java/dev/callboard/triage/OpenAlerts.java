package dev.callboard.triage;

import java.util.List;

import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.FloorCause;

/** What waits for a person: what the duties raised, and who took on what today. */
public final class OpenAlerts {
    private final Database database;
    private final BusinessDay businessDay;
    private final OpenAlertStore store = new OpenAlertStore();

    public OpenAlerts(Database database, BusinessDay businessDay) {
        this.database = database;
        this.businessDay = businessDay;
    }

    /**
     * The alerts of one moment.
     *
     * @param open what the duties raised and nobody has taken on
     * @param handled in the present business day, the newest first
     */
    public record Sight(List<OpenAlert> open, List<HandledAlert> handled) {

        /** Who took on this occasion, or null. */
        public HandledAlert handlerOf(FloorCause cause) {
            return handled.stream().filter(each -> each.kind().equals(cause.kind())
                    && each.subject().equals(cause.subject()) && each.occasion() == cause.occasion()).findFirst()
                    .orElse(null);
        }
    }

    /** Reads both lists. */
    public Sight read() {
        return database.snapshot(tx -> new Sight(store.open(tx), store.handled(tx, businessDay)));
    }

    /** Takes on every open alert of a kind, up to the newest that was seen. */
    public void handle(OpenAlert seen) {
        database.transaction(tx -> {
            store.handle(tx, seen.kind(), seen.newest());
            return null;
        });
    }

    /**
     * Takes on one occasion of something that is seen on the floor.
     *
     * @param words what it was, for whoever reads what was handled
     * @throws Refusal {@code wrong_state}, naming who was quicker
     */
    public void settle(FloorCause cause, String words) {
        database.transaction(tx -> {
            store.settle(tx, cause.subjectKind(),
                    new HandledAlert(cause.kind(), cause.subject(), cause.occasion(), words, null, null));
            return null;
        });
    }
}
