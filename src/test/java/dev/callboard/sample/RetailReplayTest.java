package dev.callboard.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callboard.TestShop;
import dev.callboard.check.CheckReport;
import dev.callboard.check.CheckResult;
import dev.callboard.check.ShopInvariants;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.JobRepair;
import dev.callboard.refusals.Refusal;

class RetailReplayTest {
    private static final Path DATA = Path.of("src/test/resources/data");
    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private final TestShop shop = new TestShop();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 1000})
    @Tag("S11")
    void realInvoicesComeToTheirKnownFigures(long opening) throws IOException {
        RetailReport report = replay(DATA.resolve("retail_2010-12-01_2010-12-09.csv"), opening);
        assertThat(figures(report)).isEqualTo(JSON
                .readTree(DATA.resolve("retail_2010-12-01_2010-12-09.replay.json").toFile())
                .get(Long.toString(opening)).get("guarded"));
        assertThat(CheckReport.of(ShopInvariants.of(shop.database, shop.gate, shop.queue)).checks())
                .allMatch(CheckResult::holds);
        assertThat(report.rejectedLines()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNamedByItsLineAndPassedOver() throws IOException {
        RetailReport report = replay(file(HEADER, row("536365", "10001", "5", "17850.0"),
                "536365,10001,too few columns", row("536365", "10001", "five", "17850.0"),
                row("536365", "10001", "5", "17850.0").replace("2010-12-01", "2010-13-01"),
                row("536365", "10001", "5", "17850.0").replace("2.55", "cheap"),
                "536365,10001,\"never closed,5,2010-12-01 08:26:00,2.55,17850.0,United Kingdom",
                row("536365", "10001", "5", "17850.0").replace("LAMP", "\"\"\"12\"\" LAMP\"\" \"x"),
                row("", "10001", "5", "17850.0"), "", row("536365", "10001", "7", "17850.0") + ",more",
                row("536366", "10002", "99999999999999", "17850.0"),
                row("536366", "10002", "1", "17850.0").replace("LAMP", "\"two\nlines, and \"\"quotes\"\"\""),
                row("536366", "10002", "1", "17850.0")), 10);
        assertThat(report.rejectedLines()).containsExactly(3, 4, 5, 6, 7, 8, 9, 11, 12);
        assertThat(report.skus()).isEqualTo(2);
        assertThat(report.soldUnits()).isEqualTo(7);
    }

    @Test
    @Tag("S02")
    void everyKindOfInvoiceIsWhatTheRulesSay() throws IOException {
        RetailReport report = replay(
                file("\uFEFF" + HEADER, row("1", "10001a", "3", "7.0"), row("2", "POST", "1", "7.0"),
                        row("1", "10001A", "4", "7.0"), row("3", "10001A", "4", "8"), row("3", "10002", "1", "8"),
                        row("C4", "10001A", "-8", "7"), row("C5", "10001A", "-1", ""), row("6", "10002", "9", ""),
                        row("C7", "10002", "-9", ""), row("8", "10003", "-11", ""), row("9", "10001A", "10", "9"),
                        row("10", "10002", "2", "9"), row("10", "10002", "-2", "9"), row("A11", "B", "1", ""),
                        row("A12", "10004", "5", ""), row("13", "10005", "0", "9"), row("C14", "D", "-1", "9")),
                10);
        assertThat(report).isEqualTo(new RetailReport(5, 50, 5, 3, 2, 2, 4, 3, 11, 2, 2, 26, 7, 11, 20, 0, 3, "3",
                List.of()));
    }

    /** A lost Redis forgets jobs and gate; both come back from Postgres, and the figures are the same. */
    @Test
    @Tag("S10")
    void aRedisLostOnTheWayChangesNoFigure() throws IOException, InterruptedException {
        Stream<String> rows = IntStream.range(0, 300).mapToObj(i -> i % 50 == 49
                ? row("C" + i, "10001", "-1", "7")
                : row(Integer.toString(i), i % 2 == 0 ? "10001" : "10002", "2", "7"));
        Path file = file(Stream.concat(Stream.of(HEADER), rows).toArray(String[]::new));
        Thread trouble = Thread.ofVirtual().start(() -> {
            afterOrders(20, shop.redisServer::flush);
            afterOrders(90, shop.redisServer::flush);
            afterOrders(160, () -> {
                shop.redisServer.kill9();
                shop.redisServer.restart();
            });
        });
        RetailReport report = replay(file, 400);
        trouble.join();
        assertThat(report.accepted()).isEqualTo(294);
        assertThat(report.soldUnits()).isEqualTo(588);
        assertThat(report.returnedUnits()).isEqualTo(6);
        assertThat(shop.product("10001").gate()).hasValue(400 - 2 * 150 + 6);
        assertThat(CheckReport.of(ShopInvariants.of(shop.database, shop.gate, shop.queue)).checks())
                .allMatch(CheckResult::holds);
    }

    private void afterOrders(int orders, Runnable trouble) {
        Awaitility.await().atMost(Duration.ofMinutes(1))
                .until(() -> shop.number("select count(*) from orders") >= orders);
        trouble.run();
    }

    @Test
    void aFileWithAnotherHeaderIsRefused() throws IOException {
        for (String header : new String[]{"", "InvoiceNo,StockCode", HEADER.replace("UnitPrice", "Price"),
            HEADER.replace("InvoiceNo", "\"InvoiceNo"), row("1", "10001", "1", "7")}) {
            Path file = file(header, row("1", "10001", "1", "7"));
            assertThatExceptionOfType(Refusal.class).as(header).isThrownBy(() -> replay(file, 1))
                    .withMessageContaining("InvoiceNo,StockCode");
        }
    }

    @Test
    void aShopWithGoodsIsRefused() throws IOException {
        shop.receive("10001", 1);
        Path file = file(HEADER, row("1", "10001", "1", "7"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> replay(file, 10))
                .matches(refusal -> refusal.code().equals("not_empty"));
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("retail.csv"), String.join("\r\n", lines) + "\r\n");
    }

    private static String row(String invoice, String sku, String quantity, String customer) {
        return String.join(",", invoice, sku, "LAMP", quantity, "2010-12-01 08:26:00", "2.55", customer,
                "United Kingdom");
    }

    /** What the file of expected figures tells. */
    private static JsonNode figures(RetailReport report) throws IOException {
        ObjectNode figures = (ObjectNode) JSON.readTree(JSON.writeValueAsString(report));
        figures.remove("rejected_lines");
        return figures;
    }

    private RetailReport replay(Path file, long opening) {
        JobWorker worker = new JobWorker(shop.queue, JobWorkerOptions.named("replay"), shop.shipping());
        RetailReplay replay = new RetailReplay(shop.database,
                new RetailReplay.Commands(shop.stock, shop.reservations, shop.payments, shop.returns), worker,
                new RetailReplay.Mending(shop.delivery, shop.watch, new JobRepair(shop.database, shop.queue,
                        new FulfilmentJob(TestShop.QUEUE, 2, Duration.ofSeconds(1)), shop.evidence)));
        return replay.run(file, opening);
    }
}
