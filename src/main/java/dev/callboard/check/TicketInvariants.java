package dev.callboard.check;

import java.util.List;

import dev.callboard.postgres.Database;

/** What always holds of queues, tickets and counters. */
public final class TicketInvariants {
    private static final String NUMBERS = """
            select format('%s on %s: %s tickets, numbers %s to %s, counter at %s', coalesce(t.origin, d.queue),
                coalesce(t.day, d.day), coalesce(t.tickets, 0), t.first, t.latest, coalesce(d.last, 0)) as line
            from (select origin, day, count(*) as tickets, min(number) as first, max(number) as latest
              from ticket group by origin, day) t
            full join queue_day d on d.queue = t.origin and d.day = t.day
            where (coalesce(t.tickets, 0), coalesce(t.latest, 0)) <> (coalesce(d.last, 0), coalesce(d.last, 0))
              or t.first <> 1
            """;

    private static final String DOUBLE_NUMBERS = """
            select format('%s on %s: number %s stands on %s tickets', origin, day, number, count(*)) as line
            from ticket group by origin, day, number having count(*) > 1
            """;

    private static final String OPEN_PER_CUSTOMER = """
            select format('a customer of queue %s has %s open tickets', queue, count(*)) as line
            from ticket where state in ('WAITING', 'CALLED', 'SERVING', 'HELD') and customer is not null
            group by queue, customer having count(*) > 1
            """;

    private static final String PER_COUNTER = """
            select format('counter %s has %s tickets', counter, count(*)) as line
            from ticket where state in ('CALLED', 'SERVING') group by counter having count(*) > 1
            """;

    /** The last event says where the ticket is, and there are as many events as changes. */
    private static final String EVENTS = """
            select format('ticket %s is %s in %s after %s changes, its %s events end with %s', t.id, t.state, t.queue,
                t.version, coalesce(e.events, 0), e.kind) as line
            from ticket t left join (
              select distinct on (ticket_id) ticket_id, kind, to_state, queue, at,
                count(*) over (partition by ticket_id) as events
              from ticket_event order by ticket_id, id desc) e on e.ticket_id = t.id
            where (e.kind, e.to_state, e.queue, e.at, e.events)
              is distinct from (t.last_kind, t.state, t.queue, t.last_at, t.version::bigint)
            """;

    /** Each event begins where the one before it ended, and takes an arrow that exists. */
    private static final String CHAINS = """
            select format('event %s of ticket %s: %s from %s to %s after %s', e.id, e.ticket_id, e.kind, e.from_state,
                e.to_state, e.former) as line
            from (select *, lag(to_state) over own as former, lag(id) over own as former_id, lag(kind) over own as former_kind
              from ticket_event window own as (partition by ticket_id order by id)) e
            where e.from_state is distinct from e.former
              or (e.former is null) <> (e.kind = 'JOINED')
              or e.kind = 'UNDONE' and (e.reverts is distinct from e.former_id or not exists (
                select from ticket_transition a
                where a.kind = e.former_kind and a.from_state = e.to_state and a.to_state = e.from_state))
              or e.kind not in ('JOINED', 'UNDONE') and not exists (
                select from ticket_transition a
                where a.kind = e.kind and a.from_state = e.from_state and a.to_state = e.to_state)
            """;

    private static final String TIMES = """
            select format('ticket %s is %s, called %s, served %s, ended %s, held until %s', id, state, called_at,
                serving_at, ended_at, held_until) as line
            from ticket
            where (called_at is null and state in ('CALLED', 'SERVING', 'COMPLETED', 'NO_SHOW'))
              or (called_at is not null and state = 'WAITING')
              or (serving_at is null and state in ('SERVING', 'COMPLETED'))
              or (ended_at is not null) <> (state in ('COMPLETED', 'NO_SHOW', 'CANCELLED', 'EXPIRED'))
            """;

    private static final String AUDIT = """
            select format('ticket %s: %s events, %s audit entries', coalesce(e.id, a.id), coalesce(e.events, 0),
                coalesce(a.entries, 0)) as line
            from (select ticket_id::text as id, count(*) as events from ticket_event group by ticket_id) e
            full join (select subject_id as id, count(*) as entries from audit_entry
              where subject_kind = 'ticket' and action like 'ticket.%' group by subject_id) a on a.id = e.id
            where e.events is distinct from a.entries
            """;

    /** The longest day has 25 hours. */
    private static final String PAUSES = """
            select format('%s on %s: paused for %s', queue, day, paused) as line
            from queue_day where paused > interval '25 hours'
            """;

    private TicketInvariants() {}

    /** @param database a login that may read tickets, events, counters and audit entries */
    public static List<Invariant> of(Database database) {
        return List.of(new SqlInvariant(database, "tickets.numbers_without_gap", NUMBERS),
                new SqlInvariant(database, "tickets.numbers_unique", DOUBLE_NUMBERS),
                new SqlInvariant(database, "tickets.one_open_per_customer_and_queue", OPEN_PER_CUSTOMER),
                new SqlInvariant(database, "tickets.one_per_counter", PER_COUNTER),
                new SqlInvariant(database, "tickets.events_match_state", EVENTS),
                new SqlInvariant(database, "tickets.events_follow_each_other", CHAINS),
                new SqlInvariant(database, "tickets.times_match_state", TIMES),
                new SqlInvariant(database, "tickets.every_change_audited", AUDIT),
                new SqlInvariant(database, "queues.pause_within_day", PAUSES));
    }
}
