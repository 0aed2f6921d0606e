package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.AtOnce;
import dev.callboard.TestServers;
import dev.callboard.audit.Alerts;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Unavailable;

/** Relays that claim the same rows at once, each over connections of its own. */
class RelayTest {
    private final PostgresAddress address = TestServers.newDatabase();
    private final Database database = Database.open(address, 4);
    private final Outbox outbox = new Outbox();

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @Tag("F11")
    @ValueSource(ints = {0, 1, 49, 50, 51, 101, 10_000})
    void eachRowTakesEffectOnceOldestFirstWithinARelay(int rows) {
        put(rows);
        List<Recorder> relays = List.of(new Recorder(), new Recorder(), new Recorder());

        AtOnce.run(3, i -> {
            try (Database own = Database.open(address, 2)) {
                Delivery delivery = new Delivery(own, new Alerts(), List.of(relays.get(i)));
                int claimed;
                do {
                    claimed = delivery.deliverDue();
                } while (claimed > 0);
                return null;
            }
        });

        List<Long> effects = relays.stream().flatMap(relay -> relay.applied.stream()).toList();
        assertThat(effects).hasSize(rows).doesNotHaveDuplicates();
        assertThat(relays).allSatisfy(relay -> assertThat(List.copyOf(relay.applied)).isSorted());
        assertThat(database.transaction(outbox::open)).isZero();
    }

    @Test
    @Tag("F11")
    void aRelayDoesNotWaitForRowsThatAnotherHolds() {
        put(3);
        Recorder second = new Recorder();

        database.transaction(tx -> {
            tx.handle().execute("select 1 from outbox where id <= 2 for update");
            new Delivery(database, new Alerts(), List.of(second)).deliverDue();
            return null;
        });

        assertThat(second.applied).containsExactly(3L);
    }

    @Test
    @Tag("F11")
    void noTransactionSpansBatchesAndANewRowIsSeenAtTheNextLook() {
        put(101);
        Delivery delivery = new Delivery(database, new Alerts(), List.of(new Recorder()));

        List<Long> openAfterEach = java.util.stream.IntStream.range(0, 4).mapToObj(batch -> {
            delivery.deliverDue();
            return database.transaction(outbox::open);
        }).toList();
        put(1);

        assertThat(openAfterEach).containsExactly(51L, 1L, 0L, 0L);
        assertThat(delivery.deliverDue()).isEqualTo(1);
    }

    @Test
    @Tag("F01")
    void aRowThatFindsItsStoreAwayStaysWithoutACountedTry() {
        put(1);
        OutboxEffect away = new Recorder() {
            @Override
            public List<Outcome> apply(Transaction tx, List<OutboxRow> rows) {
                throw new Unavailable(Unavailable.Service.REDIS, "Redis cannot be reached", null);
            }
        };

        new Delivery(database, new Alerts(), List.of(away)).deliverDue();

        String row = database.transaction(tx -> tx.handle()
                .createQuery("select tries || ' ' || set_apart || ' ' || (done_at is null) from outbox")
                .mapTo(String.class).one());
        assertThat(row).isEqualTo("0 false true");
    }

    private void put(int rows) {
        for (int i = 0; i < rows; i++) {
            database.transaction(tx -> outbox.put(tx, OutboxKind.GATE, "row", Map.of()));
        }
    }

    /** Notes what it was asked to do, in its order. */
    private static class Recorder implements OutboxEffect {
        final ConcurrentLinkedQueue<Long> applied = new ConcurrentLinkedQueue<>();

        @Override
        public OutboxKind kind() {
            return OutboxKind.GATE;
        }

        @Override
        public List<Outcome> apply(Transaction tx, List<OutboxRow> rows) {
            rows.forEach(row -> applied.add(row.id()));
            return rows.stream().<Outcome>map(row -> new Done()).toList();
        }
    }
}
