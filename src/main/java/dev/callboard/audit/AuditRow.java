package dev.callboard.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jdbi.v3.core.statement.StatementContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One row of {@code audit_entry}.
 *
 * @param actor the database login that acted
 * @param duty the background duty it acted as, or null
 */
public record AuditRow(long id, Instant at, String actor, String duty, String action, String subjectKind,
        String subjectId, String reason, JsonNode before, JsonNode after) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static AuditRow of(ResultSet row, StatementContext context) throws SQLException {
        return new AuditRow(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"), row.getString("duty"), row.getString("action"), row.getString("subject_kind"),
                row.getString("subject_id"), row.getString("reason"), json(row.getString("before")),
                json(row.getString("after")));
    }

    private static JsonNode json(String text) throws SQLException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new SQLException("audit_entry holds text that is not JSON", broken);
        }
    }
}
