package dev.callboard.audit;

import dev.callboard.postgres.Transaction;

/** What a person must look at: at most one alert per kind, subject and round. */
public final class Alerts {

    /**
     * Raises the alert unless it stands already.
     *
     * @param round tells a new occasion of the same subject from the old one
     * @return true where it is new
     */
    public boolean raise(Transaction tx, String kind, String subjectKind, String subjectId, int round, String message) {
        return tx.handle().createUpdate("""
                insert into alert (kind, subject_kind, subject_id, round, message)
                values (:kind, :subjectKind, :subjectId, :round, :message) on conflict do nothing
                """).bind("kind", kind).bind("subjectKind", subjectKind).bind("subjectId", subjectId)
                .bind("round", round).bind("message", message).execute() == 1;
    }

    /** Alerts that nobody has handled yet. */
    public long open(Transaction tx) {
        return tx.handle().createQuery("select count(*) from alert where handled_at is null").mapTo(Long.class).one();
    }
}
