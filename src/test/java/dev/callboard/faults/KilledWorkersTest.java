package dev.callboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.sample.RetailReport;

/**
 * Real invoices are played while a worker is killed every two seconds, and Redis is flushed in the middle: at the end every
 * order is done once, and the shop has sold what it sells without trouble.
 */
class KilledWorkersTest {
    private static final Path INVOICES = Path.of("src/test/resources/data/retail_2010-12-01_2010-12-09.csv");

    @Test
    @Tag("F04")
    @Tag("F09")
    @Tag("S10")
    void someInvoicesAreFulfilledOnceWhileWorkersDie() throws Exception {
        play("some", firstInvoices(24), 2);
    }

    @Test
    @Tag("F04")
    @Tag("F09")
    @Tag("S10")
    @Tag("long")
    void allInvoicesAreFulfilledOnceWhileWorkersDie() throws Exception {
        play("all", INVOICES, 50);
    }

    private static void play(String name, Path invoices, int leastKills) throws Exception {
        RetailReport untroubled = untroubled(invoices);
        Path folder = Files.createDirectories(
                Path.of("target", "faults", "replay-" + name + "-" + ProcessHandle.current().pid())).toAbsolutePath();
        try (ReplayAmongDeaths replay = new ReplayAmongDeaths(folder)) {
            RetailReport report = replay.play(invoices, untroubled.accepted() / 2);

            assertThat(replay.verdict()).as("see %s", folder).isEmpty();
            assertThat(replay.kills()).isGreaterThanOrEqualTo(leastKills);
            assertThat(replay.flushes()).isEqualTo(1);
            if (replay.failedForGood() == 0) {
                // a job lost twice fails, as BullMQ has it, and goods that wait for somebody to retry cannot be returned
                assertThat(report).isEqualTo(untroubled);
            }
        }
    }

    private static RetailReport untroubled(Path invoices) {
        try (TestShop shop = new TestShop()) {
            return ReplayAmongDeaths.replay(shop, shop.queue).run(invoices, ReplayAmongDeaths.OPENING);
        }
    }

    private static Path firstInvoices(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        Set<String> invoices = new HashSet<>();
        for (String line : Files.readAllLines(INVOICES)) {
            invoices.add(line.substring(0, line.indexOf(',')));
            if (invoices.size() > count + 1) {
                break;
            }
            lines.add(line);
        }
        return Files.write(Files.createTempFile("invoices", ".csv"), lines);
    }
}
