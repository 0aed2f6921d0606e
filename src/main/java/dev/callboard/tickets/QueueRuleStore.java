package dev.callboard.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;

/** The SQL of what queues aim for and in which order they are called. */
final class QueueRuleStore {
    private static final String LIST = """
            select code, name, extract(epoch from target) as target, extract(epoch from too_long) as too_long, opens, closes
            from queue order by code
            """;

    private static final String SET = """
            select set_queue_rule(:code, :name, cast(:target as interval), cast(:limit as interval),
              cast(:opens as time), cast(:closes as time))
            """;

    private static final String SET_ORDER = "select set_calling_rule(:code, cast(:limit as integer), :share)";

    private record Row(String code, QueueRule rule) {}

    Map<String, QueueRule> list(Transaction tx) {
        Map<String, QueueRule> rules = new LinkedHashMap<>();
        tx.handle().createQuery(LIST).map(QueueRuleStore::row).forEach(row -> rules.put(row.code(), row.rule()));
        return rules;
    }

    void set(Transaction tx, String code, QueueRule rule) {
        tx.handle().createQuery(SET).bind("code", code).bind("name", rule.name())
                .bind("target", text(rule.target())).bind("limit", text(rule.limit()))
                .bind("opens", text(rule.opens())).bind("closes", text(rule.closes())).mapTo(String.class).list();
    }

    /** @throws Refusal {@code invalid} for a limit that is no whole number of minutes, or outside what is allowed */
    void setOrder(Transaction tx, String code, CallingRule order) {
        tx.handle().createQuery(SET_ORDER).bind("code", code).bind("limit", minutes(order.ageLimit()))
                .bind("share", order.priorityPerNormal()).mapTo(String.class).list();
    }

    private static Integer minutes(Duration limit) {
        if (limit != null && !limit.equals(Duration.ofMinutes(limit.toMinutes()))) {
            throw Refusal.invalid("An age limit is a whole number of minutes.");
        }
        return limit == null ? null : Math.toIntExact(limit.toMinutes());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(row.getString("code"), new QueueRule(row.getString("name"), span(row, "target"),
                span(row, "too_long"), row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class)));
    }

    private static Duration span(ResultSet row, String column) throws SQLException {
        return TicketRowStore.duration(row, column);
    }
}
