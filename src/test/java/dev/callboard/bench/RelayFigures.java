package dev.callboard.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.callboard.TestShop;

/** Four relays that deliver a hundred thousand rows for the stock gate. */
final class RelayFigures implements AutoCloseable {
    private static final int ROWS = 100_000;
    /** Fewer where each row takes a hundred times as long. */
    private static final int ROWS_ONE_BY_ONE = 10_000;
    private static final int RELAYS = 4;
    private static final String CLAIM = """
            select id, payload::text from outbox where done_at is null and not set_apart and next_try <= clock_timestamp()
            order by id limit %d for update skip locked""";

    private final TestShop shop = new TestShop();

    RelayFigures() {
        for (int product = 0; product < 50; product++) {
            shop.receive("SKU-" + product, 1_000);
        }
    }

    void relay(Row row) throws Exception {
        fill(ROWS_ONE_BY_ONE);
        row.naive().add(perSecond(ROWS_ONE_BY_ONE, () -> {
            try (Bare bare = new Bare(shop.address, false)) {
                PreparedStatement claim = bare.prepared(CLAIM.formatted(50));
                PreparedStatement done = bare.prepared("update outbox set done_at = callboard_now() where id = ?");
                for (List<Long> ids = claimed(claim); !ids.isEmpty(); ids = claimed(claim)) {
                    for (long id : ids) {
                        shop.gate.sync(List.of(), List.of());
                        Bare.update(done, id);
                    }
                    bare.commit();
                }
            }
        }));
        fill(ROWS);
        row.ours().add(perSecond(ROWS, () -> {
            int claimed;
            do {
                claimed = shop.delivery.deliverDue();
            } while (claimed > 0);
        }));
        fill(ROWS);
        row.floor().add(perSecond(ROWS, () -> {
            try (Bare bare = new Bare(shop.address, false)) {
                PreparedStatement claim = bare.prepared(CLAIM.formatted(50));
                PreparedStatement done = bare
                        .prepared("update outbox set done_at = callboard_now() where id = any (?)");
                for (List<Long> ids = claimed(claim); !ids.isEmpty(); ids = claimed(claim)) {
                    Bare.update(done, (Object) ids.toArray(Long[]::new));
                    bare.commit();
                }
            }
        }));
    }

    private static List<Long> claimed(PreparedStatement claim) throws java.sql.SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = claim.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private double perSecond(int rows, Hands.Act relay) throws Exception {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(RELAYS)) {
            List<Future<Void>> relays = new ArrayList<>();
            for (int i = 0; i < RELAYS; i++) {
                relays.add(threads.submit(() -> {
                    relay.run();
                    return null;
                }));
            }
            for (Future<Void> one : relays) {
                one.get();
            }
        }
        double rate = rows / ((System.nanoTime() - begin) / 1e9);
        if (shop.number("select count(*) from outbox where done_at is null") > 0) {
            throw new IllegalStateException("not all rows were delivered");
        }
        return rate;
    }

    private void fill(int rows) throws Exception {
        shop.database.transaction(tx -> tx.handle().execute("truncate outbox"));
        shop.database.transaction(tx -> tx.handle().execute("""
                insert into outbox (kind, key, payload)
                select 'gate', 'row', jsonb_build_object('skus', jsonb_build_array('SKU-' || i % 50))
                from generate_series(1, ?) i""", rows));
        try (Bare bare = new Bare(shop.address, true)) {
            Bare.update(bare.prepared("vacuum analyze outbox"));
            Bare.update(bare.prepared("checkpoint"));
        }
    }

    @Override
    public void close() {
        shop.close();
    }
}
