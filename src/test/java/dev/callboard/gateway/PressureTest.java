package dev.callboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.gateway.FrontDoor.Answered;

/** Crowds, slow clients, garbage and too much. */
class PressureTest {
    private FrontDoor door;

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void whoAsksTooOftenIsTurnedAwayForAWhileAndNobodyElse() {
        door = new FrontDoor(5);
        List<Answered> mine = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            mine.add(door.post("/reservations", "{\"customer\":\"ada\",\"lines\":[{\"sku\":\"BULB\",\"qty\":1}]}",
                    "X-Forwarded-For", "6.6.6.6, 10.0.0.1"));
        }
        assertThat(mine).filteredOn(answer -> answer.status() == 201).hasSize(5);
        assertThat(mine.getLast().status()).isEqualTo(429);
        assertThat(mine.getLast().code()).isEqualTo("too_many_requests");
        assertThat(mine.getLast().response().headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 3L);
        assertThat(door.post("/orders/" + mine.getFirst().text("id") + "/payment", "", "X-Forwarded-For", "10.0.0.1")
                .status()).isEqualTo(429);

        // a client cannot become another by what it writes itself, and another is another
        assertThat(door.post("/reservations", "{}", "X-Forwarded-For", "7.7.7.7, 10.0.0.1").status()).isEqualTo(429);
        assertThat(door.post("/reservations", "{\"customer\":\"bea\",\"lines\":[{\"sku\":\"BULB\",\"qty\":1}]}",
                "X-Forwarded-For", "10.0.0.2").status()).isEqualTo(201);
        assertThat(door.get("/orders/" + mine.getFirst().text("id")).status()).isEqualTo(200);
        assertThat(door.get("/metrics").response().body())
                .contains("callboard_rate_limited_total{route=\"/reservations\"} 4.0");
    }

    @Test
    void twoHundredConnectionsAtOnceSellNothingTwice() {
        door = new FrontDoor();
        AtOnce<Integer> crowd = AtOnce.run(200, i -> {
            Answered answer = door.post("/reservations",
                    "{\"customer\":\"c" + i + "\",\"lines\":[{\"sku\":\"BULB\",\"qty\":7}]}");
            if (answer.status() != 201) {
                assertThat(answer.code()).isEqualTo("out_of_stock");
            }
            return answer.status();
        });
        assertThat(crowd.done()).filteredOn(status -> status == 201).hasSize(1_000 / 7);
        assertThat(crowd.done()).filteredOn(status -> status == 409).hasSize(200 - 1_000 / 7);
        assertThat(door.shop.product("BULB").product().held()).isEqualTo(7 * (1_000 / 7));
    }

    @Test
    void slowBodiesHoldUpNobodyAndEnd() throws Exception {
        door = new FrontDoor();
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket("127.0.0.1", door.port);
                socket.getOutputStream()
                        .write(("POST /reservations HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat(door.reserve().status()).isEqualTo(201);
            assertThat(door.get("/health").status()).isEqualTo(200);
            Socket other = slow.getLast();
            other.getOutputStream().write(" ".repeat(999).getBytes(StandardCharsets.US_ASCII));
            assertThat(firstLine(other)).as("still listened to").contains("400");

            // one that drips is cut off: ten seconds are enough for 64 kB
            Socket dripping = slow.getFirst();
            CountDownLatch answered = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> {
                try {
                    dripping.getInputStream().read();
                } catch (IOException closed) {
                    answered.countDown();
                }
                answered.countDown();
            });
            int drops = 0;
            while (!answered.await(500, TimeUnit.MILLISECONDS) && drops < 900) {
                drip(dripping);
                drops++;
            }
            assertThat(drops).as("cut off before all was said").isLessThan(900);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException cutOff) {
            assertThat(cutOff).isNotNull();
        }
    }

    @Test
    void tooMuchIsRefusedWithoutBeingRead() throws Exception {
        door = new FrontDoor();
        assertThat(door.post("/reservations", "x".repeat(64 * 1024 + 1)).status()).isEqualTo(413);
        assertThat(door.post("/reservations", "{\"customer\":\"" + "x".repeat(60 * 1024) + "\"}").status())
                .isEqualTo(400);
        try (Socket socket = new Socket("127.0.0.1", door.port)) {
            socket.getOutputStream()
                    .write("POST /reservations HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 6; i++) {
                socket.getOutputStream().write(chunk);
            }
            assertThat(firstLine(socket)).contains("413");
        }
    }

    @Test
    void whoSendsTooMuchToTheEndStillReadsTheAnswer() throws Exception {
        door = new FrontDoor();
        try (RawClients clients = new RawClients(door.port)) {
            for (int i = 0; i < 20; i++) {
                assertThat(clients.ask("POST /reservations HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n"
                        + "x".repeat(900_000))).startsWith("HTTP/1.1 413").contains("\"too_large\"");
            }
        }
    }

    @Test
    void garbageIsAnsweredAndHarmless() throws Exception {
        door = new FrontDoor();
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            byte[] garbage = new byte[1 + random.nextInt(2_000)];
            random.nextBytes(garbage);
            try (Socket socket = new Socket("127.0.0.1", door.port)) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write(garbage);
                socket.shutdownOutput();
                assertThat(socket.getInputStream().readAllBytes()).isNotNull();
            } catch (IOException reset) {
                assertThat(reset).isNotInstanceOf(java.net.SocketTimeoutException.class);
            }
            Answered answer = door.send(java.net.http.HttpRequest.newBuilder(door.at("/reservations"))
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(garbage)));
            assertThat(answer.status()).isEqualTo(400);
        }
        for (String path : List.of("/orders/%00", "/products/%2e%2e%2f/events", "/queues/%F0%28/tickets",
                "/orders/" + "a".repeat(5_000), "/products/" + "x".repeat(100) + "/events")) {
            try (Socket socket = new Socket("127.0.0.1", door.port)) {
                socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                assertThat(firstLine(socket)).as(path).containsPattern(" 4\\d\\d ");
            }
        }
        assertThat(door.reserve().status()).isEqualTo(201);
    }

    private static String firstLine(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString();
    }
}
