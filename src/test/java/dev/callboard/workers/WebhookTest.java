package dev.callboard.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

import dev.callboard.TestShop;
import dev.callboard.outbox.LeasedRows;
import dev.callboard.stock.StockLine;

/** Another program that is told, by a real HTTP server, of orders that failed for good. */
class WebhookTest {
    private final TestShop shop = new TestShop();
    private final List<JsonNode> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private MessageDuty duty;
    private volatile int answer = 204;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            heard.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        duty = MessageDuty.webhook(new LeasedRows(shop.database, shop.alerts),
                new Webhook(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path")));
        shop.receive("BULB", 5);
    }

    @AfterEach
    void close() {
        server.stop(0);
        shop.close();
    }

    @Test
    @Tag("F06")
    void oneAlertPerOrderThatFailedForGoodReachesTheOtherProgram() throws Exception {
        UUID order = failed();

        duty.runOnce();
        duty.runOnce();

        assertThat(heard).singleElement().satisfies(alert -> {
            assertThat(alert.path("kind").asText()).isEqualTo("order.failed");
            assertThat(alert.path("order").asText()).isEqualTo(order.toString());
            assertThat(alert.path("number").asLong()).isPositive();
            assertThat(alert.path("error").asText()).contains("SMTP 421");
            assertThat(alert.path("failed_at").asText()).endsWith("Z");
        });
        assertThat(keys).containsExactly("alert-" + order + "-1");
        assertThat(shop.database.transaction(shop.outbox::open)).isZero();
    }

    /** Busy or away is no fault of the alert: it waits, uncounted, and comes again under the same key. */
    @Test
    @Tag("F10")
    void anAlertWaitsForAProgramThatIsBusyOrAway() throws Exception {
        failed();
        for (int busy : new int[]{503, 429}) {
            answer = busy;
            duty.runOnce();
            due();
        }
        int port = server.getAddress().getPort();
        server.stop(0);
        duty.runOnce();
        assertThat(shop.number("select tries from outbox where kind = 'webhook'")).isZero();
        String told = shop.database.transaction(tx -> tx.handle()
                .createQuery("select error from outbox where kind = 'webhook'").mapTo(String.class).one());
        assertThat(told).contains("127.0.0.1").doesNotContain("secret-path");

        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
        server.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        due();
        duty.runOnce();
        assertThat(keys).hasSize(3).containsOnly(keys.getFirst());
        assertThat(shop.database.transaction(shop.outbox::open)).isZero();
    }

    /** Refused for what it is: after its tries a person is called, and the neighbours went through. */
    @Test
    @Tag("F10")
    void anAlertThatIsRefusedIsSetApart() throws Exception {
        failed();
        answer = 400;
        for (int i = 0; i < 10; i++) {
            due();
            duty.runOnce();
        }
        assertThat(shop.number("select count(*) from outbox where set_apart")).isEqualTo(1);
        assertThat(shop.number("select count(*) from alert where kind = 'outbox.set_apart'")).isEqualTo(1);
        duty.runOnce();
        assertThat(heard).hasSize(10);
    }

    private UUID failed() throws InterruptedException {
        UUID order = shop.paid("ada", new StockLine("BULB", 1));
        try (var worker = shop.worker(shop.handler(List.of(TestShop.failing("email", "SMTP 421")),
                new FulfilmentPolicy(2, Duration.ofMillis(1), new AlertTargets(null, true))))) {
            shop.drain();
        }
        return order;
    }

    private void due() {
        shop.database.transaction(tx -> tx.handle().execute("update outbox set next_try = clock_timestamp()"));
    }
}
