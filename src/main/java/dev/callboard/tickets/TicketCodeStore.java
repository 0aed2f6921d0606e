package dev.callboard.tickets;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jdbi.v3.core.generic.GenericType;

import dev.callboard.postgres.Transaction;

/** The SQL between tickets' ids and their codes. */
final class TicketCodeStore {
    /** Two ways to a ticket, each with an index of its own, however many there ever were. */
    static final String OF_CODE = """
            select id from ticket
            where origin = :origin and number = :number and ticket_code(origin, number) = :code
              and day = (select business_day(callboard_now(), :zone, cast(:starts as time)))
            union
            select id from ticket
            where origin = :origin and number = :number and ticket_code(origin, number) = :code
              and state in ('WAITING', 'CALLED', 'SERVING', 'HELD')
            """;

    private static final String CODES = "select id, ticket_code(origin, number) as code from ticket where id = any(:ids)";

    private final BusinessDay businessDay;

    TicketCodeStore(BusinessDay businessDay) {
        this.businessDay = businessDay;
    }

    /** @param code a queue's and {@code -} and {@code number} */
    List<UUID> ofCode(Transaction tx, String code, int number) {
        return tx.handle().createQuery(OF_CODE).bind("code", code).bind("number", number)
                .bind("origin", code.substring(0, code.lastIndexOf('-'))).bind("zone", businessDay.zone().getId())
                .bind("starts", businessDay.starts().toString()).mapTo(UUID.class).list();
    }

    Map<UUID, String> codes(Transaction tx, List<UUID> ids) {
        return tx.handle().createQuery(CODES).bindArray("ids", UUID.class, ids).setMapKeyColumn("id")
                .setMapValueColumn("code").collectInto(new GenericType<Map<UUID, String>>() {
                });
    }
}
