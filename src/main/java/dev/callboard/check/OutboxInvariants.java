package dev.callboard.check;

import java.util.List;

import dev.callboard.postgres.Database;

/** What always holds of the news for Redis and the mail server. */
final class OutboxInvariants {
    private static final String SET_APART = """
            select format('outbox row %s (%s %s) is set apart after %s tries, alert %s', b.id, b.kind, b.key, b.tries,
                a.id is not null) as line
            from outbox b left join alert a
              on a.kind = 'outbox.set_apart' and a.subject_kind = 'outbox' and a.subject_id = b.id::text
            where b.set_apart and (a.id is null or b.done_at is not null)
            """;

    /** A job is never asked for in a round that its order has not reached. */
    private static final String ROUNDS = """
            select format('outbox row %s asks for round %s of order %s, which is in round %s', b.id, b.payload->>'round',
                b.key, coalesce(o.round::text, 'none')) as line
            from outbox b left join orders o on o.id::text = b.key
            where b.kind = 'job' and (o.id is null or (b.payload->>'round')::int not between 1 and o.round)
            """;

    private OutboxInvariants() {}

    static List<Invariant> of(Database database) {
        return List.of(new SqlInvariant(database, "outbox.what_is_set_apart_calls_a_person", SET_APART),
                new SqlInvariant(database, "outbox.job_rows_follow_their_order", ROUNDS));
    }
}
