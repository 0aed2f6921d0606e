package dev.callboard.tickets;

import java.util.Map;

import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;

/** What the shop's queues are called, what they aim for and when they are open. */
public final class QueueRules {
    private final Database database;
    private final Signals signals;
    private final QueueRuleStore store = new QueueRuleStore();

    public QueueRules(Database database, Signals signals) {
        this.database = database;
        this.signals = signals;
    }

    /** Every queue's rule, by code. */
    public Map<String, QueueRule> list() {
        return database.transaction(store::list);
    }

    /**
     * Sets the rule; one that is as it was changes nothing.
     *
     * @throws Refusal {@code not_found}, {@code invalid}
     * @throws dev.callboard.refusals.NotPermitted to anybody but an admin
     */
    public void set(String code, QueueRule rule) {
        set(code, rule, null);
    }

    /**
     * Sets the rule and in which order the queue is called, both or neither.
     *
     * @param order null where it stays as it is, whatever somebody else has made of it meanwhile
     * @throws Refusal {@code not_found}, {@code invalid}
     * @throws dev.callboard.refusals.NotPermitted to anybody but an admin
     */
    public void set(String code, QueueRule rule, CallingRule order) {
        database.transaction(tx -> {
            store.set(tx, code, rule);
            if (order != null) {
                store.setOrder(tx, code, order);
            }
            tx.afterCommit(() -> signals.changed(Topic.queue(code)));
            return null;
        });
    }
}
