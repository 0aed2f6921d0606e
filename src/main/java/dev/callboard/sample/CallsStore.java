package dev.callboard.sample;

import dev.callboard.postgres.Transaction;
import dev.callboard.sample.CallsReport.QueueResult;

/** Reads a replay's outcome from the events that its tickets left behind. */
final class CallsStore {
    private static final String LAST_EVENT = "select coalesce(max(id), 0) from ticket_event";

    /** What joins and leaves in the same moment was never seen waiting: the moment counts as a whole. */
    private static final String OUTCOME = """
            with happened as (select * from ticket_event where queue = :queue and id > :after),
            moments as (
              select at, sum((to_state = 'WAITING')::integer - coalesce(from_state = 'WAITING', false)::integer) as change
              from happened group by at),
            line as (select sum(change) over (order by at) as waiting from moments)
            select count(*) filter (where kind = 'JOINED') as tickets,
              count(*) filter (where kind = 'COMPLETED') as served,
              count(*) filter (where kind = 'CANCELLED') as abandoned,
              (select coalesce(max(waiting), 0) from line) as max_waiting
            from happened
            """;

    long lastEvent(Transaction tx) {
        return tx.handle().createQuery(LAST_EVENT).mapTo(Long.class).one();
    }

    QueueResult outcome(Transaction tx, String queue, long afterEvent) {
        return tx.handle().createQuery(OUTCOME).bind("queue", queue).bind("after", afterEvent)
                .map((row, context) -> new QueueResult(row.getInt("tickets"), row.getInt("served"),
                        row.getInt("abandoned"), row.getInt("max_waiting")))
                .one();
    }
}
