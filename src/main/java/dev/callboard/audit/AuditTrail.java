package dev.callboard.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jdbi.v3.core.statement.Query;

import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;

/** Looks through everything that was ever done, newest first. */
public final class AuditTrail {
    private final Database database;

    public AuditTrail(Database database) {
        this.database = database;
    }

    /**
     * The newest entries that match.
     *
     * @param asOf the database's time of that moment
     * @param total how many match, read or not
     */
    public record Page(Instant asOf, List<AuditRow> rows, long total) {}

    /** @param limit how many rows at most */
    public Page newest(AuditQuery query, int limit) {
        return database.snapshot(tx -> new Page(
                tx.handle().createQuery("select callboard_now()").mapTo(OffsetDateTime.class).one().toInstant(),
                rows(tx, query, Long.MAX_VALUE, limit),
                bound(tx, "select count(*) from audit_entry where true" + conditions(query), query).mapTo(Long.class)
                        .one()));
    }

    /** The entries that match and are older than the one of that id, newest first. */
    public List<AuditRow> before(AuditQuery query, long id, int limit) {
        return database.transaction(tx -> rows(tx, query, id, limit));
    }

    private static List<AuditRow> rows(Transaction tx, AuditQuery query, long before, int limit) {
        return bound(tx, """
                select id, at, actor, duty, action, subject_kind, subject_id, reason, before::text, after::text
                from audit_entry where id < :before
                """ + conditions(query) + " order by id desc limit :limit", query).bind("before", before)
                .bind("limit", limit).map(AuditRow::of).list();
    }

    /** Only our own words stand in the statement; what a person typed is bound. */
    private static String conditions(AuditQuery query) {
        return IntStream.range(0, query.terms().size()).mapToObj(index -> condition(query.terms().get(index), index))
                .collect(Collectors.joining());
    }

    private static String condition(AuditQuery.Term term, int index) {
        String field = switch (term.field()) {
            case ANYWHERE -> "concat_ws(' ', actor, duty, action, subject_kind, subject_id, reason)";
            case WHO -> "concat_ws(' ', actor, duty)";
            case WHAT -> "action";
            case ABOUT -> "concat_ws(' ', subject_kind, subject_id)";
            case WHY -> "coalesce(reason, '')";
        };
        return " and " + (term.negated() ? "not " : "") + "exists (select from unnest(:term" + index
                + ") as text where position(text in lower(" + field + ")) > 0)";
    }

    private static Query bound(Transaction tx, String sql, AuditQuery query) {
        Query bound = tx.handle().createQuery(sql);
        for (int index = 0; index < query.terms().size(); index++) {
            bound.bindArray("term" + index, String.class, query.terms().get(index).texts().toArray());
        }
        return bound;
    }
}
