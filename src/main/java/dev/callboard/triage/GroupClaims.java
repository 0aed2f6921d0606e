package dev.callboard.triage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callboard.audit.AuditEntry;
import dev.callboard.audit.AuditLog;
import dev.callboard.jobs.ErrorFingerprint;
import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;

/** Who looks after which kind of error. */
public final class GroupClaims {
    private final Database database;
    private final AuditLog audit;
    private final Signals signals;
    private final GroupClaimStore store = new GroupClaimStore();

    public GroupClaims(Database database, AuditLog audit, Signals signals) {
        this.database = database;
        this.audit = audit;
        this.signals = signals;
    }

    public List<GroupClaim> all() {
        return database.transaction(store::all);
    }

    /** Who looks after errors of this kind; empty where nobody does. @param error its message */
    public Optional<GroupClaim> on(String error) {
        return database.transaction(tx -> store.find(tx, ErrorFingerprint.of(error)));
    }

    /**
     * Takes a group, or writes another note on one's own.
     *
     * @param jobs how many it has, for the audit
     * @param note may be null
     * @throws Refusal {@code claimed} where somebody else has it
     */
    public void claim(String fingerprint, long jobs, String note) {
        database.transaction(tx -> {
            if (!store.claim(tx, fingerprint, note) && !store.rewrite(tx, fingerprint, note)) {
                throw new Refusal("claimed",
                        "The group is claimed by " + store.holder(tx, fingerprint).orElse("somebody")
                                + ".");
            }
            write(tx, "group.claim", fingerprint, note, Map.of("jobs", jobs));
            return null;
        });
        signals.changed(Topic.runs());
    }

    /** Gives a group back, also for somebody else who is not there. @throws Refusal {@code wrong_state} */
    public void release(String fingerprint) {
        database.transaction(tx -> {
            String holder = store.release(tx, fingerprint).orElseThrow(() -> Refusal.wrongState("The group", "free"));
            write(tx, "group.release", fingerprint, null, Map.of("holder", holder));
            return null;
        });
        signals.changed(Topic.runs());
    }

    private void write(Transaction tx, String action, String fingerprint, String note, Map<String, ?> after) {
        audit.write(tx, new AuditEntry(null, action, "group", fingerprint, note, Map.of(), after));
    }
}
