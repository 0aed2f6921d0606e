package dev.callboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.gateway.FrontDoor.Answered;
import dev.callboard.live.Topic;

/** Clients that mean harm, or do not know better: what they send is answered, takes nothing and holds up nobody. */
class HostileTest {
    private FrontDoor door;
    private RawClients raw;

    @BeforeEach
    void open() {
        door = new FrontDoor(0);
        raw = new RawClients(door.port);
    }

    @AfterEach
    void close() throws IOException {
        raw.close();
        door.close();
    }

    @Test
    @Tag("S02")
    void textsThatNoStoreKeepsAsTheyAreAreRefused() {
        for (String text : List.of("a\\u0000b", "a\\ud800b", "\\udc00", " ", "x".repeat(201))) {
            for (String body : List.of("{\"customer\":\"" + text + "\",\"lines\":[{\"sku\":\"BULB\",\"qty\":1}]}",
                    "{\"customer\":\"ada\",\"email\":\"" + text + "@x\",\"lines\":[{\"sku\":\"BULB\",\"qty\":1}]}",
                    "{\"customer\":\"ada\",\"lines\":[{\"sku\":\"" + text + "\",\"qty\":1}]}")) {
                if (!(body.contains("email") && text.startsWith("x"))) {
                    assertThat(door.post("/reservations", body).status()).as(body).isIn(400, 404);
                }
            }
            assertThat(door.post("/queues/A/tickets", "{\"customer\":\"" + text + "\"}").status()).as(text)
                    .isEqualTo(400);
        }
        assertThat(door.post("/queues/A/tickets", "{}", "Idempotency-Key", "k".repeat(201)).status()).isEqualTo(400);
        assertThat(door.shop.gate.openHolds()).isEmpty();
        assertThat(door.shop.number("select count(*) from ticket")).isZero();
    }

    @Test
    void requestsThatContradictThemselvesAreRefused() throws IOException {
        for (String headers : List.of("Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "Content-Length: -1\r\n",
                "Content-Length: 99999999999999999999\r\n", "Content-Length : 2\r\n",
                "X: " + "y".repeat(20_000) + "\r\n",
                "Host: y\r\n")) {
            assertThat(raw.ask("POST /queues/A/tickets HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers
                    + "\r\n{}\r\n0\r\n\r\n")).as(headers).startsWith("HTTP/1.1 4");
        }
        assertThat(raw.ask("BREW /queues/A/tickets HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains(" 405 ");
        assertThat(door.shop.number("select count(*) from ticket")).isZero();
    }

    @Test
    void numbersAndNestingWithoutEndAreRefused() {
        for (String line : List.of("[".repeat(30_000), "{\"sku\":\"BULB\",\"qty\":" + "9".repeat(30_000) + "}",
                "{\"sku\":\"BULB\",\"qty\":1e999999999}", "{\"sku\":\"BULB\",\"qty\":9223372036854775807}",
                "{\"sku\":\"BULB\",\"qty\":1000000000},{\"sku\":\"BULB\",\"qty\":1}")) {
            assertThat(door.post("/reservations", "{\"customer\":\"ada\",\"lines\":[" + line + "]}").code())
                    .isEqualTo("invalid");
        }
        assertThat(door.shop.gate.openHolds()).isEmpty();
    }

    @Test
    void sixHundredHalfRequestsHoldUpNobody() throws IOException {
        for (int i = 0; i < 300; i++) {
            raw.send("GET /health HTTP/1.1\r\nHo");
            raw.send("POST /webhooks/stripe HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n");
        }
        AtOnce<Answered> others = AtOnce.run(20, i -> door.reserve());
        assertThat(others.done()).allMatch(answer -> answer.status() == 201);
        assertThat(door.get("/health").status()).isEqualTo(200);
    }

    @Test
    @Tag("L01")
    void viewersWhoReadNothingHoldUpNoOtherAndAreGoneWhenTheyGo() throws Exception {
        for (int i = 0; i < 300; i++) {
            raw.send("GET /products/BULB/events HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        raw.send("HEAD /products/BULB/events HTTP/1.1\r\nHost: x\r\n\r\n");
        await().until(() -> viewers() >= 300);
        Socket awake = raw.send("GET /queues/A/events HTTP/1.1\r\nHost: x\r\n\r\n");
        for (int i = 0; i < 50; i++) {
            door.reserve();
            door.signals.changed(Topic.product("BULB"));
        }
        door.post("/queues/A/tickets", "{}");
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf("\"waiting\":1") < 0) {
            heard.append((char) awake.getInputStream().read());
        }
        raw.close();
        await().atMost(Duration.ofSeconds(20)).until(() -> viewers() == 0);
    }

    @Test
    void aCrowdOfOneClientGetsItsShareAndIsToldWhenToComeBack() {
        door.close();
        door = new FrontDoor(5);
        AtOnce<Answered> crowd = AtOnce.run(50, i -> door.reserve());
        assertThat(crowd.done()).filteredOn(answer -> answer.status() == 201).hasSizeBetween(5, 7);
        List<Answered> away = crowd.done().stream().filter(answer -> answer.status() == 429).toList();
        assertThat(away).hasSizeGreaterThanOrEqualTo(43).allSatisfy(answer -> {
            assertThat(answer.response().headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 2L);
            assertThat(answer.code()).isEqualTo("too_many_requests");
        });
        assertThat(door.shop.gate.openHolds()).hasSize((int) (50 - away.size()));
        await().until(() -> door.reserve().status() == 201);
    }

    private long viewers() {
        String metrics = door.get("/metrics").response().body();
        return Math.round(Double.parseDouble(metrics.lines().filter(line -> line.startsWith("callboard_viewers "))
                .findFirst().orElseThrow().split(" ")[1]));
    }
}
