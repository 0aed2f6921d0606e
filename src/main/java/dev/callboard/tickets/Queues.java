package dev.callboard.tickets;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;

/** The shop's queues: their names, states and figures. */
public final class Queues {
    private final Database database;
    private final QueueStore store;
    private final QueueRuleStore rules = new QueueRuleStore();
    private final Signals signals;

    public Queues(Database database, BusinessDay businessDay, Signals signals) {
        this.database = database;
        this.store = new QueueStore(businessDay);
        this.signals = signals;
    }

    /**
     * Adds a queue, OPEN.
     *
     * @throws Refusal {@code already_exists}, {@code invalid}
     */
    public Queue add(String code, String name) {
        return database.transaction(tx -> {
            store.add(tx, code, name);
            tx.afterCommit(() -> signals.changed(Topic.queue(code)));
            return store.find(tx, code).orElseThrow();
        });
    }

    /** Every queue, by code. */
    public List<Queue> list() {
        return database.transaction(store::list);
    }

    public Optional<Queue> find(String code) {
        return database.transaction(tx -> store.find(tx, code));
    }

    /**
     * Sets a queue's state. One that has it already stays as it is, its pause counted once.
     *
     * @param reason shown to visitors, or null
     * @throws Refusal {@code not_found}
     */
    public Queue set(String code, QueueState state, String reason) {
        return set(code, state, reason, UnaryOperator.identity());
    }

    /**
     * As above, and in which order it is called: both or neither.
     *
     * @param rule the new one, from the one that it has
     * @throws Refusal as {@link #setRule} too
     */
    public Queue set(String code, QueueState state, String reason, UnaryOperator<CallingRule> rule) {
        Reasons.check(reason);
        return database.transaction(tx -> {
            store.set(tx, code, state, reason);
            CallingRule present = store.find(tx, code).orElseThrow().rule();
            CallingRule wanted = rule.apply(present);
            if (!wanted.equals(present)) {
                rules.setOrder(tx, code, wanted);
            }
            tx.afterCommit(() -> signals.changed(Topic.queue(code)));
            return store.find(tx, code).orElseThrow();
        });
    }

    /**
     * Sets in which order a queue is called; counts from the next call on.
     *
     * @throws Refusal {@code not_found}; {@code invalid} for a limit that is no whole number of minutes, or outside
     *         what {@link CallingRule} allows
     */
    public Queue setRule(String code, CallingRule rule) {
        return database.transaction(tx -> {
            rules.setOrder(tx, code, rule);
            tx.afterCommit(() -> signals.changed(Topic.queue(code)));
            return store.find(tx, code).orElseThrow();
        });
    }
}
