package dev.callboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.live.Topic;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.LeaseToken;

/** Server-sent events as a browser hears them. */
@Tag("L01")
class ViewerTest {
    private final FrontDoor door = new FrontDoor();

    @AfterEach
    void close() {
        door.close();
    }

    /** One open stream and what it brought. */
    private final class Listening implements AutoCloseable {
        private final List<String> data = new CopyOnWriteArrayList<>();
        private final Stream<String> lines;

        Listening(String path) throws IOException, InterruptedException {
            HttpResponse<Stream<String>> response = door.client.send(HttpRequest.newBuilder(door.at(path)).build(),
                    HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
            lines = response.body();
            Thread.ofVirtual().start(() -> {
                try {
                    lines.filter(line -> line.startsWith("data: ")).forEach(data::add);
                } catch (RuntimeException closed) {
                    data.add("closed");
                }
            });
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    @Test
    void aViewerOfOneProductGetsNothingOfAnother() throws Exception {
        door.shop.receive("DRILL", 5);
        try (Listening bulb = new Listening("/products/BULB/events");
                Listening drill = new Listening("/products/DRILL/events")) {
            await().until(() -> bulb.data.size() == 1 && drill.data.size() == 1);
            for (int i = 1; i <= 20; i++) {
                door.shop.reserve("ada", new StockLine("BULB", 1));
                door.signals.changed(Topic.product("BULB"));
            }
            await().until(() -> bulb.data.getLast().contains("\"available\":980"));
            assertThat(drill.data).singleElement().asString().contains("\"available\":5");
        }
        await().untilAsserted(() -> {
            // that a viewer has gone is noticed when something is said to them
            for (String sku : List.of("BULB", "DRILL")) {
                door.shop.receive(sku, 1);
                door.signals.changed(Topic.product(sku));
            }
            assertThat(door.get("/metrics").response().body()).contains("callboard_viewers 0");
        });
    }

    @Test
    void aQueuesViewerHearsItsCalls() throws Exception {
        try (Listening queue = new Listening("/queues/A/events")) {
            door.post("/queues/A/tickets", "{}");
            await().until(() -> queue.data.getLast().contains("\"waiting\":1"));
            door.tickets.callNext(List.of("A"), "K1", LeaseToken.none());
            await().untilAsserted(() -> assertThat(queue.data.getLast()).contains("\"waiting\":0", "A-001", "K1"));
        }
    }

    @Test
    void whatIsNotThereHasNoEvents() {
        assertThat(door.get("/products/NONE/events").status()).isEqualTo(404);
        assertThat(door.get("/queues/NONE/events").status()).isEqualTo(404);
    }

    @Test
    void threeHundredViewersHoldUpNobody() throws Exception {
        List<Listening> viewers = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                viewers.add(new Listening("/products/BULB/events"));
            }
            assertThat(door.reserve().status()).isEqualTo(201);
            door.signals.changed(Topic.product("BULB"));
            await().until(() -> viewers.stream().allMatch(viewer -> viewer.data.getLast().contains("998")));
        } finally {
            viewers.forEach(Listening::close);
        }
    }
}
