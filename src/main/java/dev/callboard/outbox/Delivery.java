package dev.callboard.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.audit.Alerts;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Unavailable;

/**
 * Delivers outbox rows: those that a command just wrote, or whatever is due. One transaction per batch, each row behind
 * a savepoint of its own once its batch fails, so that one bad row never holds up its neighbours.
 */
public final class Delivery {
    /** Rows claimed at once. */
    public static final int BATCH = 50;
    /** Failed tries after which a row is set apart for a person. */
    public static final int TRIES = 10;
    private static final Duration UNAVAILABLE_PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Database database;
    private final Alerts alerts;
    private final OutboxClaims claims = new OutboxClaims();
    private final Map<OutboxKind, OutboxEffect> effects = new EnumMap<>(OutboxKind.class);

    public Delivery(Database database, Alerts alerts, List<OutboxEffect> effects) {
        this.database = database;
        this.alerts = alerts;
        effects.forEach(effect -> this.effects.put(effect.kind(), effect));
    }

    /** Delivers up to {@link #BATCH} due rows. @return how many were claimed; fewer than a batch means: caught up */
    public int deliverDue() {
        return database.transaction(tx -> deliver(tx, claims.due(tx, effects.keySet(), BATCH)));
    }

    /** Delivers these rows now. @return true where each is done, by this call or by a relay */
    public boolean deliver(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return true;
        }
        return database.transaction(tx -> {
            deliver(tx, claims.these(tx, ids));
            return claims.allDone(tx, ids);
        });
    }

    private int deliver(Transaction tx, List<OutboxRow> rows) {
        Map<OutboxKind, List<OutboxRow>> byKind = new EnumMap<>(OutboxKind.class);
        rows.forEach(row -> byKind.computeIfAbsent(row.kind(), kind -> new ArrayList<>()).add(row));
        List<Long> done = new ArrayList<>();
        byKind.forEach((kind, ofKind) -> {
            OutboxEffect effect = effects.get(kind);
            if (effect == null) {
                ofKind.forEach(row -> claims.later(tx, row.id(), UNAVAILABLE_PAUSE, "no effect here for " + kind));
            } else if (ofKind.size() == 1 || !together(tx, effect, ofKind, done)) {
                ofKind.forEach(row -> alone(tx, effect, row, done));
            }
        });
        if (!done.isEmpty()) {
            claims.done(tx, done);
        }
        return rows.size();
    }

    private boolean together(Transaction tx, OutboxEffect effect, List<OutboxRow> rows, List<Long> done) {
        tx.handle().savepoint("batch");
        List<OutboxEffect.Outcome> outcomes;
        try {
            outcomes = effect.apply(tx, rows);
        } catch (Unavailable unavailable) {
            tx.handle().rollbackToSavepoint("batch");
            rows.forEach(row -> claims.later(tx, row.id(), UNAVAILABLE_PAUSE, unavailable.getMessage()));
            return true;
        } catch (RuntimeException failure) {
            tx.handle().rollbackToSavepoint("batch");
            LOG.warn("{} outbox rows of kind {} failed together, trying each alone", rows.size(), effect.kind(),
                    failure);
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            note(tx, rows.get(i), outcomes.get(i), done);
        }
        tx.handle().releaseSavepoint("batch");
        return true;
    }

    private void alone(Transaction tx, OutboxEffect effect, OutboxRow row, List<Long> done) {
        tx.handle().savepoint("row");
        OutboxEffect.Outcome outcome;
        try {
            outcome = effect.apply(tx, List.of(row)).getFirst();
        } catch (Unavailable unavailable) {
            tx.handle().rollbackToSavepoint("row");
            claims.later(tx, row.id(), UNAVAILABLE_PAUSE, unavailable.getMessage());
            return;
        } catch (RuntimeException failure) {
            tx.handle().rollbackToSavepoint("row");
            claims.failed(tx, alerts, row, failure);
            return;
        }
        note(tx, row, outcome, done);
        tx.handle().releaseSavepoint("row");
    }

    private void note(Transaction tx, OutboxRow row, OutboxEffect.Outcome outcome, List<Long> done) {
        switch (outcome) {
            case OutboxEffect.Done() -> done.add(row.id());
            case OutboxEffect.Later(Duration after, String reason) -> claims.later(tx, row.id(), after, reason);
        }
    }
}
