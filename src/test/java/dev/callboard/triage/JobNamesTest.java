package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.audit.AuditEntry;
import dev.callboard.orders.Order;
import dev.callboard.orders.Orders;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.refusals.Unavailable;
import dev.callboard.stock.StockLine;

/** Whose number it is, when another program's job may have had it for an id. */
@Tag("A01")
class JobNamesTest {
    private final TestShop shop = new TestShop();
    private final JobNames names = names(shop);
    private String job;
    private String number;

    @BeforeEach
    void anOrderWithAJob() {
        shop.receive("BULB", 10);
        UUID order = shop.paid("ada", new StockLine("BULB", 1));
        job = Order.jobId(order);
        number = shop.orders.find(order).orElseThrow().jobNumber().toString();
        assertThat(names.ids(TestShop.QUEUE, List.of(number))).containsExactly(job);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aJobOfThatIdThatIsGoneIsStillTheOneThatIsNamed() {
        JobKey key = new JobKey("elsewhere", number);
        note(key);
        assertThat(names.ids(TestShop.QUEUE, List.of(number))).containsExactly(job);
        note(new JobKey(TestShop.QUEUE, number));
        assertThat(names.ids(TestShop.QUEUE, List.of(number, job))).containsExactly(number, job);
    }

    @Test
    void evidenceOfAJobOfThatIdIsEnough() {
        shop.database.transaction(tx -> {
            new EvidenceStore().insert(tx, List.of(
                    new EvidenceStore.NewRow("failed", new JobKey(TestShop.QUEUE, number), null, null, "lost", "{}")));
            return null;
        });
        assertThat(names.ids(TestShop.QUEUE, List.of(number, job))).containsExactly(number, job);
    }

    @Test
    void withoutRedisNobodyKnowsWhoseNumberItIs() {
        shop.redisServer.stop();
        assertThatThrownBy(() -> names.ids(TestShop.QUEUE, List.of(number))).isInstanceOf(Unavailable.class);
        assertThat(names.ids(TestShop.QUEUE, List.of(job))).containsExactly(job);
    }

    @Test
    void whatIsSaidBesideAnAnswerIsLeftOutWhereAServerIsAway() {
        assertThat(names.numbers(TestShop.QUEUE, List.of(job))).containsEntry(job, Long.valueOf(number));
        assertThat(names.elsewhere("mails", number)).containsExactly(TestShop.QUEUE);
        shop.redisServer.stop();
        assertThat(names.elsewhere("mails", number)).isEmpty();
        try (Database away = Database.open(PostgresAddress.parse("postgres://127.0.0.1:1/shop"), 1)) {
            assertThat(new JobNames(away, shop.triageQueues, new Orders(away, shop.audit), shop.evidence, shop.audit)
                    .numbers(TestShop.QUEUE, List.of(job))).isEmpty();
        }
    }

    private void note(JobKey key) {
        shop.database.transaction(tx -> {
            shop.audit.write(tx,
                    new AuditEntry(null, "job.promote", "job", key.subject(), null, Map.of(), Map.of()));
            return null;
        });
    }

    private static JobNames names(TestShop shop) {
        return new JobNames(shop.database, shop.triageQueues, shop.orders, shop.evidence, shop.audit);
    }
}
