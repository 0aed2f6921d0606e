package dev.callboard.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.callboard.postgres.Transaction;

/** Reads what the gate should know. */
final class GateTruthStore {
    private static final String PRODUCTS = "select sku, on_hand, held, version from product";

    private static final String HOLDS = """
            select s.id, l.sku, l.quantity from stock_hold s join order_line l on l.order_id = s.id
            where s.state = 'ACTIVE'
            """;

    private static final String UNTOLD_SKUS = """
            select distinct jsonb_array_elements_text(payload->'skus') as sku from outbox
            where done_at is null and kind = 'gate'
            """;

    private static final String UNTOLD_HOLDS = """
            select (payload->>'hold')::uuid as id from outbox
            where done_at is null and kind = 'gate' and payload->>'hold' is not null
            """;

    private static final String STATES = "select id, state from stock_hold where id = any (:ids)";

    GateTruth read(Transaction tx) {
        long epoch = tx.handle().createQuery("select epoch from gate").mapTo(Long.class).one();
        Map<String, GateTruth.Stock> products = new HashMap<>();
        tx.handle().createQuery(PRODUCTS).map((row, context) -> products.put(row.getString("sku"),
                new GateTruth.Stock(row.getLong("on_hand"), row.getLong("held"), row.getLong("version")))).list();
        Map<UUID, Map<String, Long>> holds = new HashMap<>();
        tx.handle().createQuery(HOLDS)
                .map((row, context) -> holds.computeIfAbsent(row.getObject("id", UUID.class), id -> new HashMap<>())
                        .put(row.getString("sku"), row.getLong("quantity")))
                .list();
        return new GateTruth(epoch, products, holds,
                Set.copyOf(tx.handle().createQuery(UNTOLD_SKUS).mapTo(String.class).list()),
                Set.copyOf(tx.handle().createQuery(UNTOLD_HOLDS).mapTo(UUID.class).list()));
    }

    /** How these holds stand; nothing of those that Postgres has never heard of. */
    Map<UUID, String> states(Transaction tx, Collection<UUID> ids) {
        record Hold(UUID id, String state) {}
        List<Hold> found = tx.handle().createQuery(STATES).bindArray("ids", UUID.class, ids.toArray())
                .map((row, context) -> new Hold(row.getObject("id", UUID.class), row.getString("state"))).list();
        return found.stream().collect(Collectors.toMap(Hold::id, Hold::state));
    }
}
