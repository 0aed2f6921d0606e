package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;

/** What cannot be meant gets one readable line and the right exit code, and leaves no trace. */
class WrongInputTest {
    private static final String LONG = "x".repeat(120_000);

    private final PostgresAddress postgres = TestServers.newDatabase();
    private final TestRedis redis = TestServers.newRedis();
    private final Shell shell = Shell.at(postgres, redis.address());
    private long rowsBefore;

    @BeforeEach
    void aShop() {
        shell.answer("queue", "add", "A", "--name", "Advice");
        shell.answer("product", "receive", "TEA", "5");
        rowsBefore = rows();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(rows()).isEqualTo(rowsBefore);
        redis.close();
    }

    @Test
    @Tag("S02")
    void unknownNamesAreNotFound() {
        shell.run("ticket", "join", "Z").isRefused(1, "not_found");
        assertThat(shell.run("ticket", "ls", "").err()).contains("no queue ''.");
        shell.run("ticket", "next", "Z", "--counter", "1").isRefused(1, "not_found");
        shell.run("ticket", "ls", "Z").isRefused(1, "not_found");
        shell.run("queue", "set", "Z", "OPEN").isRefused(1, "not_found");
        shell.run("ticket", "serve", "7f1f6e0e-0000-4000-8000-000000000000").isRefused(1, "not_found");
        shell.run("ticket", "serve", "A-001").isRefused(1, "not_found");
        shell.run("product", "ls", "COFFEE").isRefused(1, "not_found");
        shell.run("product", "write-off", "COFFEE", "1", "--reason", "r").isRefused(1, "not_found");
        shell.run("order", "reserve", "--customer", "c", "--line", "COFFEE:1").isRefused(1, "not_found");
        shell.run("order", "show", "7f1f6e0e-0000-4000-8000-000000000000").isRefused(1, "not_found");
        shell.run("order", "pay", "99").isRefused(1, "not_found");
        shell.run("order", "cancel", "nonsense", "--reason", "r").isRefused(1, "not_found");
        shell.run("jobs", "ls", "no-such-queue").isRefused(1, "not_found");
        shell.run("jobs", "show", "fulfill-order", "1").isRefused(1, "not_found");
    }

    @Test
    @Tag("S02")
    void quantitiesBelowOneAreInvalid() {
        shell.run("product", "receive", "TEA", "-1").isRefused(1, "invalid");
        shell.run("product", "receive", "TEA", "0").isRefused(1, "invalid");
        shell.run("product", "write-off", "TEA", "-1", "--reason", "r").isRefused(1, "invalid");
        shell.run("order", "reserve", "--customer", "c", "--line", "TEA:0").isRefused(1, "invalid");
        shell.run("order", "return", "--customer", "c", "--line", "TEA:-2").isRefused(1, "invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "NaN", "-Infinity", "1.255", "10000000000", "1E+999999999", "1E-999999999"})
    void aPriceThatNoProductCanHaveIsInvalid(String price) {
        Shell.Outcome outcome = shell.run("product", "receive", "TEA", "1", "--price", price);
        outcome.isRefused(1, "invalid");
        assertThat(outcome.err()).contains(price).doesNotContain("java.", "Exception");
    }

    /** What a value means in the shop its rules decide, and nothing else of the command is done. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ticket join A --priority 2                                    | 0 or 1
            ticket join A --priority -1                                   | 0 or 1
            ticket hold 7f1f6e0e-0000-4000-8000-000000000000 --for 0s     | at most a day
            ticket hold 7f1f6e0e-0000-4000-8000-000000000000 --for 25h    | at most a day
            order reserve --customer c --line TEA:1 --ttl 0s              | from 1 s to 30 days
            order reserve --customer c --line TEA:1 --ttl 31d             | from 1 s to 30 days
            queue set A CLOSED --age-limit 1441                           | a day at most
            queue set A CLOSED --age-limit -1                             | a minute at least
            queue set A CLOSED --priority-per-normal 0                    | 1 to 100
            queue set A CLOSED --priority-per-normal 101                  | 1 to 100
            """)
    void aValueThatNoRuleAllowsIsInvalid(String line, String said) {
        Shell.Outcome outcome = shell.run(line.split(" "));
        outcome.isRefused(1, "invalid");
        assertThat(outcome.err()).contains(said);
        assertThat(shell.answer("queue", "ls").at("/0/state").asText()).isEqualTo("OPEN");
    }

    @Test
    void aNameOrSkuThatNoProductCanHaveIsInvalid() {
        shell.run("product", "receive", "TEA", "1", "--name", "n".repeat(201)).isRefused(1, "invalid");
        shell.run("product", "receive", "TEA", "1", "--name", LONG).isRefused(1, "invalid");
        for (String sku : List.of("", " ", "x".repeat(65), LONG, "TE\nA", "TEA\u007f")) {
            shell.run("product", "receive", sku, "1").isRefused(1, "invalid");
        }
        shell.run("product", "write-off", "x".repeat(65), "1", "--reason", "r").isRefused(1, "not_found");
        shell.run("order", "reserve", "--customer", "c", "--line", ":1").isRefused(1, "not_found");
        shell.run("order", "return", "--customer", "c", "--line", "x".repeat(65) + ":1").isRefused(1, "not_found");
    }

    @Test
    @Tag("S09")
    void goodsOrCustomersThatCannotBeAreNotTakenBack() {
        shell.run("order", "return", "--customer", "c", "--line", "COFFEE:1").isRefused(1, "not_found");
        shell.run("order", "return", "--customer", "c", "--line", "TEA:1", "--line", "COFFEE:1", "--key", "k")
                .isRefused(1, "not_found");
        shell.run("order", "return", "--customer", " ", "--line", "TEA:1").isRefused(1, "invalid");
        shell.run("order", "return", "--customer", LONG, "--line", "TEA:1").isRefused(1, "invalid");
    }

    @Test
    void aFileOfAnotherKindIsNotReplayed() {
        shell.run("replay", "retail", "README.md", "--opening", "1").isRefused(1, "invalid");
        shell.run("replay", "calls", "README.md").isRefused(1, "invalid");
    }

    @Test
    void picturesThatCannotBeWrittenAreNotTaken(@TempDir Path folder) throws IOException {
        String below = Files.writeString(folder.resolve("file"), "").resolve("pictures").toString();
        Shell.raw(List.of("shots", "--json", "--out", below)).isRefused(1, "invalid");
        Shell.raw(List.of("demo", "--json", "--headless", "--out", below, "--data", folder.toString()))
                .isRefused(1, "invalid");
        assertThat(folder.resolve("postgres")).doesNotExist();
    }

    @Test
    void moreThanThereIsNamesTheLine() {
        Shell.Outcome outcome = shell.run("order", "reserve", "--customer", "c", "--line", "TEA:6");
        outcome.isRefused(1, "out_of_stock");
        assertThat(outcome.err()).contains("TEA");
    }

    @Test
    void enormousArgumentsGetAShortLine() {
        shell.run("ticket", "join", LONG).isRefused(1, "not_found");
        shell.run("ticket", "join", "A", "--customer", LONG).isRefused(1, "invalid");
        shell.run("ticket", "join", "A", "--key", LONG).isRefused(1, "invalid");
        shell.run("queue", "add", LONG, "--name", "n").isRefused(1, "invalid");
        shell.run("queue", "add", "B", "--name", LONG).isRefused(1, "invalid");
        shell.run("product", "ls", LONG).isRefused(1, "not_found");
        shell.run("order", "show", LONG).isRefused(1, "not_found");
        shell.run("order", "reserve", "--customer", LONG, "--line", "TEA:1").isRefused(1, "invalid");
        shell.run("jobs", "show", "fulfill-order", LONG).isRefused(1, "not_found");
    }

    @Test
    void deadAddressesAreToldInOneLine() {
        Shell dead = Shell.at(PostgresAddress.parse("postgres://127.0.0.1:1/shop"), null);
        dead.run("queue", "ls").isRefused(3, "unavailable");
        dead.run("worker", "--drain").isRefused(3, "unavailable");
        Shell withoutRedis = Shell.at(postgres, null);
        withoutRedis.run("order", "reserve", "--customer", "c", "--line", "TEA:1").isRefused(3, "unavailable");
        Shell.Outcome jobs = withoutRedis.run("jobs", "queues");
        jobs.isRefused(3, "unavailable");
        assertThat(jobs.err()).contains("127.0.0.1:1 ", "refused").doesNotContain("Exception", "org.", "Setting");
    }

    private long rows() {
        try (Database database = Database.open(postgres, 1)) {
            return database.transaction(tx -> tx.handle().createQuery("""
                    select (select count(*) from audit_entry) + (select count(*) from ticket)
                      + (select count(*) from orders) + (select count(*) from stock_movement)
                      + (select count(*) from stock_hold) + (select count(*) from queue)
                      + (select count(*) from product) + (select count(*) from outbox)
                    """).mapTo(Long.class).one());
        }
    }
}
