package dev.callboard.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/** The SQL of wall screens. */
final class BoardStore {
    private static final String CALLS = """
            select * from (
              select * from board_call
              where queue = any(:queues) and at > callboard_now() - interval '2 hours'
              order by id desc limit :limit) newest
            order by id
            """;

    private static final String RECEIPTS = """
            select s.name, s.seen_at, r.shown_at, r.spoken_at
            from ticket t
            cross join lateral (select max(e.id) as announced from ticket_event e
              where e.ticket_id = t.id and e.kind in ('CALLED', 'RECALLED')) last_said
            join board_screen s on t.queue = any(s.queues) and s.seen_at > callboard_now() - interval '1 hour'
            left join board_receipt r on r.announced = last_said.announced and r.screen = s.name
            where t.id = :ticket
            order by s.name
            """;

    private static final String SCREENS = """
            select s.name, s.seen_at, cast(null as timestamptz) as shown_at, cast(null as timestamptz) as spoken_at
            from board_screen s
            where s.queues && cast(:queues as text[]) and s.seen_at > callboard_now() - interval '1 hour' order by s.name
            """;

    List<BoardCall> calls(Transaction tx, List<String> queues) {
        return tx.handle().createQuery(CALLS).bindArray("queues", String.class, queues)
                .bind("limit", BoardSight.MOST_CALLS).map(BoardStore::call).list();
    }

    void present(Transaction tx, String screen, List<String> queues) {
        tx.handle().createQuery("select board_present(:screen, :queues)").bind("screen", screen)
                .bindArray("queues", String.class, queues).mapTo(String.class).list();
    }

    void receipt(Transaction tx, String screen, long announced, boolean spoken) {
        tx.handle().createQuery("select board_receipt(:screen, :announced, :spoken)").bind("screen", screen)
                .bind("announced", announced).bind("spoken", spoken).mapTo(String.class).list();
    }

    List<ScreenReceipt> receipts(Transaction tx, UUID ticket) {
        return tx.handle().createQuery(RECEIPTS).bind("ticket", ticket).map(BoardStore::receipt).list();
    }

    List<ScreenReceipt> screens(Transaction tx, List<String> queues) {
        return tx.handle().createQuery(SCREENS).bindArray("queues", String.class, queues).map(BoardStore::receipt)
                .list();
    }

    private static ScreenReceipt receipt(ResultSet row, StatementContext context) throws SQLException {
        return new ScreenReceipt(row.getString("name"), TicketRowStore.instant(row, "seen_at"),
                TicketRowStore.instant(row, "shown_at"), TicketRowStore.instant(row, "spoken_at"));
    }

    private static BoardCall call(ResultSet row, StatementContext context) throws SQLException {
        return new BoardCall(row.getLong("id"), row.getObject("ticket_id", UUID.class), row.getString("queue"),
                row.getString("origin"), row.getInt("number"), row.getString("counter"),
                TicketRowStore.instant(row, "at"), row.getLong("announced"),
                TicketRowStore.instant(row, "announced_at"), TicketRowStore.instant(row, "withdrawn_at"),
                CallStatus.valueOf(row.getString("status")));
    }
}
