package dev.callboard.tickets;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jdbi.v3.core.statement.Query;

import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;

/**
 * The SQL of tickets. The commands are functions of the schema, where their laws are kept. The day of a read stands in a
 * subquery of its own: the clock is volatile and would otherwise be asked for every ticket there ever was.
 */
final class TicketStore {
    private static final String JOIN = """
            select * from join_queue(:queue, :customer, :priority, cast(:orderId as uuid), :key, :zone, cast(:starts as time))
            """;

    private static final String JOIN_AT = """
            select * from join_queue_at(:queue, :customer, :priority, cast(:orderId as uuid), :key, :zone,
              cast(:starts as time), :place, :language)
            """;

    private static final String PLACE = """
            select l.place from calling_line(array[:queue], :day, null) l where l.ticket_id = :id
            """;

    private static final String CALL_NEXT = """
            select * from call_next(:queues, :counter, cast(:lease as uuid), :zone, cast(:starts as time))
            """;

    private static final String CALL = "select * from call_ticket(:id, :counter, cast(:lease as uuid), :reason)";

    private static final String ACT = """
            select * from act_on_ticket(:act, :id, cast(:lease as uuid), :reason, cast(:length as interval), :zone, cast(:starts as time))
            """;

    private static final String TRANSFER = "select * from transfer_ticket(:id, cast(:lease as uuid), :queue, :place, :reason)";

    private static final String LINK = "select * from link_order(:id, cast(:lease as uuid), :order)";

    private static final String UNLINK = "select * from unlink_order(:id, cast(:lease as uuid), :order)";

    private static final String UNDO = "select * from undo_ticket(:id, cast(:lease as uuid), cast(:window as interval), cast(:seen as bigint))";

    private static final String RELEASE_HELD = "select * from release_held_tickets(:limit)";

    private static final String EXPIRE = "select * from expire_leftover_tickets(:zone, cast(:starts as time), :limit)";

    private static final String FIND = "select * from ticket_shown where id = :id";

    private static final String OPEN_FOR = """
            select * from ticket_shown where order_id = :order and state in ('WAITING', 'CALLED', 'SERVING', 'HELD')
            order by joined_at desc limit 1
            """;

    private static final String AT_COUNTER = """
            select * from ticket_shown where counter = :counter and state in ('CALLED', 'SERVING')
            """;

    /** The places come here and not from the view, which would order the whole line again for every row. */
    private static final String LIST = """
            select t.*, l.place as position
            from ticket t left join calling_line(array[:queue],
              business_day(callboard_now(), :zone, cast(:starts as time)), null) l on l.ticket_id = t.id
            where queue = :queue and (cardinality(:states) = 0 or state = any(:states))
              and (day = (select coalesce(cast(:day as date), business_day(callboard_now(), :zone, cast(:starts as time))))
                or cast(:day as date) is null and state in ('WAITING', 'CALLED', 'SERVING', 'HELD'))
            order by position nulls last, state <> 'WAITING', day, number
            """;

    private static final String NEXT_UP = """
            select t.*, l.place as position, l.reason, coalesce(l.turn, 0) as turn
            from calling_line(array(select code from queue where code = any(:queues)
                and (state in ('OPEN', 'LOCKED')) = :calling),
              business_day(callboard_now(), :zone, cast(:starts as time)), :limit) l
            join ticket t on t.id = l.ticket_id
            order by l.place
            """;

    private static final String EVENTS = "select * from ticket_event where ticket_id = :id order by id";

    private static final String TODAY = """
            select count(*) filter (where t.state = 'COMPLETED') as completed,
              count(*) filter (where t.state = 'NO_SHOW') as no_shows,
              round(extract(epoch from percentile_cont(0.5) within group (order by t.ended_at - t.serving_at)
                filter (where t.state = 'COMPLETED'))) as median_service
            from ticket t
            where t.counter = :counter and t.day = (select business_day(callboard_now(), :zone, cast(:starts as time)))
              and exists (select from ticket_event e where e.ticket_id = t.id and e.at = t.ended_at
                and e.to_state = t.state and e.actor = session_user and e.duty is null)
            """;

    private static final String LONGEST_YESTERDAY = """
            select extract(epoch from max(called_at - joined_at)) as seconds from ticket
            where queue = any(:queues) and priority = 0 and called_at is not null
              and day = (select business_day(callboard_now(), :zone, cast(:starts as time)) - 1)
            """;

    private final BusinessDay businessDay;

    TicketStore(BusinessDay businessDay) {
        this.businessDay = businessDay;
    }

    Ticket join(Transaction tx, JoinRequest request) {
        return one(asked(tx.handle().createQuery(JOIN), request));
    }

    /** As {@link #join}, with where the number was taken. */
    Ticket joinAt(Transaction tx, JoinRequest request) {
        return one(asked(tx.handle().createQuery(JOIN_AT), request).bind("place", request.arrival().place())
                .bind("language", request.arrival().language()));
    }

    private Query asked(Query join, JoinRequest request) {
        return withDay(join).bind("queue", request.queue()).bind("customer", request.customer())
                .bind("priority", request.priority()).bind("orderId", request.orderId()).bind("key", request.key());
    }

    /** @return null where it waits no more */
    Integer place(Transaction tx, Ticket ticket) {
        return tx.handle().createQuery(PLACE).bind("queue", ticket.queue()).bind("day", ticket.day())
                .bind("id", ticket.id()).mapTo(Integer.class).findOne().orElse(null);
    }

    Ticket callNext(Transaction tx, List<String> queues, String counter, LeaseToken lease) {
        return one(withDay(tx.handle().createQuery(CALL_NEXT)).bindArray("queues", String.class, queues)
                .bind("counter", counter).bind("lease", lease.value()));
    }

    Ticket call(Transaction tx, UUID id, String counter, LeaseToken lease, String reason) {
        return one(tx.handle().createQuery(CALL).bind("id", id).bind("counter", counter).bind("lease", lease.value())
                .bind("reason", reason));
    }

    Ticket act(Transaction tx, TicketEventKind kind, UUID id, LeaseToken lease, String reason, Duration length) {
        return one(withDay(tx.handle().createQuery(ACT)).bind("act", kind.name()).bind("id", id)
                .bind("lease", lease.value()).bind("reason", reason)
                .bind("length", length == null ? null : length.toString()));
    }

    Ticket transfer(Transaction tx, UUID id, LeaseToken lease, String queue, TransferPlace place, String reason) {
        return one(tx.handle().createQuery(TRANSFER).bind("id", id).bind("lease", lease.value()).bind("queue", queue)
                .bind("place", place.name()).bind("reason", reason));
    }

    Ticket link(Transaction tx, UUID id, LeaseToken lease, UUID order) {
        return one(tx.handle().createQuery(LINK).bind("id", id).bind("lease", lease.value()).bind("order", order));
    }

    Ticket unlink(Transaction tx, UUID id, LeaseToken lease, UUID order) {
        return one(tx.handle().createQuery(UNLINK).bind("id", id).bind("lease", lease.value()).bind("order", order));
    }

    Ticket undo(Transaction tx, UUID id, LeaseToken lease, Duration window, Long seen) {
        return one(tx.handle().createQuery(UNDO).bind("id", id).bind("lease", lease.value())
                .bind("window", window.toString()).bind("seen", seen));
    }

    List<String> releaseHeld(Transaction tx, int limit) {
        return tx.handle().createQuery(RELEASE_HELD).bind("limit", limit).mapTo(String.class).list();
    }

    List<String> expireLeftovers(Transaction tx, int limit) {
        return withDay(tx.handle().createQuery(EXPIRE)).bind("limit", limit).mapTo(String.class).list();
    }

    Optional<Ticket> find(Transaction tx, UUID id) {
        return tx.handle().createQuery(FIND).bind("id", id).map(TicketRowStore::ticket).findOne();
    }

    Optional<Ticket> openFor(Transaction tx, UUID order) {
        return tx.handle().createQuery(OPEN_FOR).bind("order", order).map(TicketRowStore::ticket).findOne();
    }

    Optional<Ticket> atCounter(Transaction tx, String counter) {
        return tx.handle().createQuery(AT_COUNTER).bind("counter", counter).map(TicketRowStore::ticket).findOne();
    }

    void checkQueue(Transaction tx, String code) {
        if (tx.handle().createQuery("select 1 from queue where code = :code").bind("code", code).mapTo(Integer.class)
                .findOne().isEmpty()) {
            throw Refusal.notFound("queue", code);
        }
    }

    List<Ticket> list(Transaction tx, String queue, Set<TicketState> states, LocalDate day) {
        return withDay(tx.handle().createQuery(LIST)).bind("queue", queue)
                .bindArray("states", String.class, states.stream().map(TicketState::name).toList()).bind("day", day)
                .map(TicketRowStore::ticket).list();
    }

    List<InLine> nextUp(Transaction tx, List<String> queues, int limit) {
        return line(tx, queues, true, limit);
    }

    /** Who waits in those of the queues that call nobody at present. */
    List<Ticket> standing(Transaction tx, List<String> queues, int limit) {
        return line(tx, queues, false, limit).stream().map(InLine::ticket).toList();
    }

    private List<InLine> line(Transaction tx, List<String> queues, boolean calling, int limit) {
        return withDay(tx.handle().createQuery(NEXT_UP)).bindArray("queues", String.class, queues)
                .bind("calling", calling).bind("limit", limit)
                .map((row, context) -> new InLine(TicketRowStore.ticket(row, context),
                        CallReason.valueOf(row.getString("reason")), row.getInt("turn")))
                .list();
    }

    List<TicketEvent> events(Transaction tx, UUID id) {
        return tx.handle().createQuery(EVENTS).bind("id", id).map(TicketRowStore::event).list();
    }

    DayFigures today(Transaction tx, String counter) {
        return withDay(tx.handle().createQuery(TODAY)).bind("counter", counter).map(TicketRowStore::figures).one();
    }

    Optional<Duration> longestYesterday(Transaction tx, List<String> queues) {
        return withDay(tx.handle().createQuery(LONGEST_YESTERDAY)).bindArray("queues", String.class, queues)
                .map((row, context) -> TicketRowStore.duration(row, "seconds")).findOne();
    }

    private static Ticket one(Query command) {
        return command.map(TicketRowStore::ticket).one();
    }

    private Query withDay(Query query) {
        return query.bind("zone", businessDay.zone().getId()).bind("starts", businessDay.starts().toString());
    }
}
