package dev.callboard.check;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.callboard.orders.OrderState;
import dev.callboard.postgres.Transaction;

/** Reads what orders want of their jobs. */
final class JobTruthStore {
    private static final String ORDERS = """
            select id, number, state, round, run, exists (select from outbox
                where outbox.kind = 'job' and outbox.key = orders.id::text and done_at is null) as untold
            from orders where state in ('PAID', 'PROCESSING', 'FAILED') or id = any (:ids)
            """;

    /** @param untold true while news for the job is on its way */
    record Wish(UUID id, long number, OrderState state, int round, int run, boolean untold) {

        boolean isUnfinished() {
            return state == OrderState.PAID || state == OrderState.PROCESSING;
        }
    }

    /** Orders that should have a job, and those with the given ids. */
    Map<UUID, Wish> wishes(Transaction tx, Collection<UUID> ids) {
        List<Wish> wishes = tx.handle().createQuery(ORDERS).bindArray("ids", UUID.class, ids.toArray())
                .map((row, context) -> new Wish(row.getObject("id", UUID.class), row.getLong("number"),
                        OrderState.valueOf(row.getString("state")), row.getInt("round"), row.getInt("run"),
                        row.getBoolean("untold")))
                .list();
        return wishes.stream().collect(Collectors.toMap(Wish::id, Function.identity()));
    }
}
