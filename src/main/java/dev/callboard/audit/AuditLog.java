package dev.callboard.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jdbi.v3.core.statement.PreparedBatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.postgres.Transaction;

/** Writes and reads {@code audit_entry}, which nobody can change or delete. */
public final class AuditLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes the entry in the transaction of the action itself. */
    public void write(Transaction tx, AuditEntry entry) {
        writeAll(tx, List.of(entry));
    }

    /** As {@link #write}, many at once. */
    public void writeAll(Transaction tx, Collection<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.handle().prepareBatch(
                """
                        insert into audit_entry (duty, action, subject_kind, subject_id, reason, before, after)
                        values (:duty, :action, :subjectKind, :subjectId, :reason, cast(:before as jsonb), cast(:after as jsonb))
                        """);
        entries.forEach(entry -> batch.bind("duty", entry.duty()).bind("action", entry.action())
                .bind("subjectKind", entry.subjectKind()).bind("subjectId", entry.subjectId())
                .bind("reason", entry.reason()).bind("before", json(entry.before())).bind("after", json(entry.after()))
                .add());
        batch.execute();
    }

    /** Every entry about one subject, oldest first. */
    public List<AuditRow> about(Transaction tx, String subjectKind, String subjectId) {
        return tx.handle().createQuery("""
                select id, at, actor, duty, action, subject_kind, subject_id, reason, before::text, after::text
                from audit_entry where subject_kind = :kind and subject_id = :id order by id
                """).bind("kind", subjectKind).bind("id", subjectId).map(AuditRow::of).list();
    }

    /** Which of these subjects there is any entry about. */
    public Set<String> known(Transaction tx, String subjectKind, Collection<String> subjectIds) {
        return tx.handle().createQuery("""
                select wanted.id from unnest(:ids) wanted(id)
                where exists (select from audit_entry a where a.subject_kind = :kind and a.subject_id = wanted.id)
                """).bindArray("ids", String.class, subjectIds.toArray()).bind("kind", subjectKind).mapTo(String.class)
                .set();
    }

    private static String json(Map<String, ?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("not JSON-able: " + values.keySet(), impossible);
        }
    }
}
