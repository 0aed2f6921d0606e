package dev.callboard.tickets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of tickets and their events. */
final class TicketRowStore {
    private TicketRowStore() {}

    static Ticket ticket(ResultSet row, StatementContext context) throws SQLException {
        return new Ticket(row.getObject("id", UUID.class), row.getString("origin"),
                row.getObject("day", LocalDate.class), row.getInt("number"), row.getString("queue"),
                TicketState.valueOf(row.getString("state")), row.getString("customer"), row.getInt("priority"),
                row.getObject("order_id", UUID.class), row.getString("counter"), instant(row, "joined_at"),
                instant(row, "called_at"), instant(row, "serving_at"), instant(row, "ended_at"),
                instant(row, "held_until"), row.getInt("recalls"), row.getInt("ahead"),
                TicketEventKind.valueOf(row.getString("last_kind")), instant(row, "last_at"),
                row.getObject("position") == null ? null : row.getInt("position"));
    }

    static TicketEvent event(ResultSet row, StatementContext context) throws SQLException {
        String from = row.getString("from_state");
        return new TicketEvent(row.getLong("id"), row.getObject("ticket_id", UUID.class), instant(row, "at"),
                TicketEventKind.valueOf(row.getString("kind")), from == null ? null : TicketState.valueOf(from),
                TicketState.valueOf(row.getString("to_state")), row.getString("queue"), row.getString("counter"),
                row.getString("actor"), row.getString("duty"), row.getString("reason"),
                row.getObject("reverts") == null ? null : row.getLong("reverts"));
    }

    static DayFigures figures(ResultSet row, StatementContext context) throws SQLException {
        return new DayFigures(row.getInt("completed"), row.getInt("no_shows"),
                duration(row, "median_service"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Duration duration(ResultSet row, String column) throws SQLException {
        BigDecimal seconds = row.getBigDecimal(column);
        return seconds == null ? null : Duration.ofNanos(seconds.movePointRight(9).longValue());
    }
}
