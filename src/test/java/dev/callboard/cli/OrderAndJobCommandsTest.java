package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;

/** Goods, orders and failed jobs from one end to the other, by commands alone. */
class OrderAndJobCommandsTest {
    private static final String QUEUE = "fulfill-order";

    private final TestRedis redis = TestServers.newRedis();
    private final PostgresAddress postgres = TestServers.newDatabase();
    private final Shell shell = Shell.at(postgres, redis.address());

    @BeforeEach
    void goods() {
        shell.answer("product", "receive", "TEA", "10", "--name", "Tea", "--price", "1.25");
        shell.answer("product", "receive", "CUP", "3", "--price", "4");
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    @Tag("S03")
    void aCartIsReservedPaidAndFulfilled() {
        JsonNode order = shell.answer("order", "reserve", "--customer", "bob", "--line", "TEA:2", "--line", "CUP:1",
                "--line", "TEA:1");
        assertThat(order.get("state").asText()).isEqualTo("RESERVED");
        assertThat(order.get("total").decimalValue()).isEqualByComparingTo("7.75");
        assertThat(order.get("lines")).hasSize(2);
        assertThat(figures("TEA")).containsExactly(10L, 3L, 7L, 7L);
        String number = order.get("number").asText();
        assertThat(shell.answer("order", "pay", number).get("state").asText()).isEqualTo("PAID");
        shell.run("order", "pay", number).isRefused(1, "wrong_state");
        assertThat(shell.answer("jobs", "queues").get(0).at("/counts/waiting").asInt()).isEqualTo(1);

        JsonNode drained = shell.answer("worker", "--drain");
        assertThat(drained.get("processed").asInt()).isEqualTo(1);
        assertThat(drained.get("failed").asInt()).isZero();
        JsonNode done = shell.answer("order", "show", order.get("id").asText());
        assertThat(done.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(done.get("steps").findValuesAsText("name")).containsExactly("inventory", "email", "invoice");
        assertThat(done.get("history").findValuesAsText("to")).containsExactly("RESERVED", "PAYMENT_PENDING", "PAID",
                "PROCESSING", "COMPLETED");
        assertThat(figures("TEA")).containsExactly(7L, 0L, 7L, 7L);

        JsonNode back = shell.answer("order", "return", "--customer", "bob", "--line", "TEA:5", "--key", "r1");
        assertThat(back.at("/returned/0/qty").asInt()).isEqualTo(3);
        assertThat(back.at("/refused/0/qty").asInt()).isEqualTo(2);
        assertThat(shell.answer("order", "return", "--customer", "bob", "--line", "TEA:5", "--key", "r1"))
                .isEqualTo(back);
        assertThat(figures("TEA")).containsExactly(10L, 0L, 10L, 10L);
        assertThat(shell.answer("check").get("ok").asBoolean()).isTrue();
    }

    @Test
    @Tag("A03")
    @Tag("A04")
    void aFailedOrderIsCancelledOnceWithItsGoodsGivenBack() {
        String id = failedOrder("TEA:4");
        JsonNode job = shell.answer("jobs", "ls", QUEUE).get("jobs").get(0);
        assertThat(job.get("order").asText()).isEqualTo(id);
        assertThat(job.get("attempts").asInt()).isEqualTo(2);
        assertThat(figures("TEA")).containsExactly(6L, 0L, 6L, 6L);

        JsonNode shown = shell.answer("jobs", "show", QUEUE, job.get("id").asText());
        assertThat(shown.get("state").asText()).isEqualTo("failed");
        assertThat(shown.at("/data/orderId").asText()).isEqualTo(id);
        assertThat(shown.get("stacktrace")).isNotEmpty();
        assertThat(shown.get("evidence")).isNotEmpty();
        assertThat(shown.get("audit")).isNotEmpty();

        JsonNode first = shell.answer("jobs", "cancel", QUEUE, job.get("id").asText(), "--reason", "no mail")
                .get("results").get(0);
        assertThat(first.get("result").asText()).isEqualTo("cancelled");
        assertThat(first.get("returned").toString()).isEqualTo("[{\"sku\":\"TEA\",\"qty\":4}]");
        Shell.Outcome second = shell.run("jobs", "cancel", QUEUE, job.get("id").asText(), "--reason", "again");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err().lines()).singleElement().asString().startsWith("callboard: Nothing was cancelled: ")
                .contains("CANCELLED");
        assertThat(second.json().at("/results/0/result").asText()).isEqualTo("moved");
        assertThat(figures("TEA")).containsExactly(10L, 0L, 10L, 10L);
        assertThat(shell.answer("order", "show", id).get("state").asText()).isEqualTo("CANCELLED");
        assertThat(shell.answer("jobs", "ls", QUEUE).get("total").asInt()).isZero();
        assertThat(shell.answer("check").get("ok").asBoolean()).isTrue();
    }

    @Test
    @Tag("A02")
    void aRetriedOrderRunsAgainAndCompletes() {
        String id = failedOrder("TEA:1");
        String job = shell.answer("jobs", "ls", QUEUE).at("/jobs/0/id").asText();
        assertThat(shell.answer("jobs", "groups", QUEUE).get(0).get("count").asInt()).isEqualTo(1);
        assertThat(shell.answer("jobs", "retry", QUEUE, "--match", "SMTP", "--all").at("/results/0/result").asText())
                .isEqualTo("retried");
        assertThat(shell.answer("order", "show", id).get("state").asText()).isEqualTo("PAID");
        shell.answer("worker", "--drain");
        assertThat(shell.answer("order", "show", id).get("state").asText()).isEqualTo("COMPLETED");
        assertThat(figures("TEA")).containsExactly(9L, 0L, 9L, 9L);
        assertThat(shell.run("jobs", "retry", QUEUE, job).json().at("/results/0/result").asText()).isEqualTo("moved");
    }

    @Test
    void aBrokenInvariantIsNamedInOneLineBesideTheDocument() {
        try (Database database = Database.open(postgres, 1)) {
            database.transaction(tx -> tx.handle().execute("update product set held = held + 1 where sku = 'TEA'"));
        }
        Shell.Outcome checked = shell.run("check");
        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.json().get("ok").asBoolean()).isFalse();
        assertThat(checked.err().lines()).singleElement().asString().startsWith("callboard: ");
        for (JsonNode check : checked.json().get("checks")) {
            boolean broken = check.get("violations").asInt() > 0;
            assertThat(checked.err().contains(check.get("name").asText())).as(check.toString()).isEqualTo(broken);
        }
    }

    @Test
    void aWriteOffTakesNoMoreThanIsThere() {
        shell.answer("order", "reserve", "--customer", "c", "--line", "CUP:1");
        Shell.Outcome told = shell.run("product", "write-off", "CUP", "9", "--reason", "broken");
        assertThat(told.err()).contains("Only 2 of 9 units of CUP were available");
        JsonNode done = told.json();
        assertThat(done.get("taken").asInt()).isEqualTo(2);
        assertThat(done.get("shortfall").asInt()).isEqualTo(7);
        assertThat(figures("CUP")).containsExactly(1L, 1L, 0L, 0L);
    }

    @Test
    void askingForAShelfDoesNotEmptyIt() {
        assertThat(shell.answer("product", "shelf", "TEA", "B 12").get("shelf").asText()).isEqualTo("B 12");
        assertThat(shell.answer("product", "shelf", "TEA").get("shelf").asText()).isEqualTo("B 12");
        assertThat(shell.run("product", "shelf", "TEA", "B 13", "--none").exitCode()).isEqualTo(2);
        assertThat(shell.answer("product", "shelf", "TEA", "--none").get("shelf").isNull()).isTrue();
        shell.run("product", "shelf", "MUG").isRefused(1, "not_found");
    }

    @Test
    void aPausedQueueSaysSo() {
        failedOrder("TEA:1");
        assertThat(shell.answer("jobs", "pause", QUEUE).get("paused").asBoolean()).isTrue();
        assertThat(shell.answer("jobs", "resume", QUEUE).get("paused").asBoolean()).isFalse();
    }

    /** @return its id */
    private String failedOrder(String line) {
        String id = shell.answer("order", "reserve", "--customer", "eve", "--line", line).get("id").asText();
        shell.answer("order", "pay", id);
        JsonNode drained = shell.answer("worker", "--drain", "--set", "smtp.url=smtp://127.0.0.1:1", "--set",
                "fulfilment.attempts=2", "--set", "fulfilment.backoff=100ms");
        assertThat(drained.get("failed").asInt()).isEqualTo(1);
        return id;
    }

    /** On hand, held, available, and what the gate says. */
    private List<Long> figures(String sku) {
        JsonNode product = shell.answer("product", "ls", sku).get(0);
        List<Long> figures = new ArrayList<>();
        for (String name : List.of("on_hand", "held", "available", "gate")) {
            figures.add(product.get(name).asLong());
        }
        return figures;
    }
}
