package dev.callboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.gateway.FrontDoor.Answered;
import dev.callboard.orders.OrderState;
import dev.callboard.payments.StripeSignature;

/** Two hundred connections that do everything at once, with slow and deaf clients between them. */
class StormTest {
    private static final int CLIENTS = 200;
    private static final int BUYERS = 60;
    private static final int LAST_UNITS = 25;
    private final FrontDoor door = new FrontDoor();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    @Tag("L05")
    @Tag("S01")
    @Tag("T07")
    void everyFactIsRightAfterwards() throws IOException {
        door.shop.receive("LAST", LAST_UNITS);
        String victim = door.reserve().text("id");
        String unpaid = intentOf(victim);
        try (RawClients slow = new RawClients(door.port)) {
            for (int i = 0; i < 100; i++) {
                slow.send("POST /reservations HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{");
                slow.send("GET /products/BULB/events HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            List<IntConsumer> kinds = List.of(this::sendGarbage, i -> forge(unpaid, i), this::wantTheLast, this::join);
            AtOnce<Void> storm = AtOnce.run(CLIENTS, i -> {
                if (i < BUYERS) {
                    buy(i);
                } else {
                    kinds.get(i % kinds.size()).accept(i);
                }
                return null;
            });
            assertThat(storm.done()).hasSize(CLIENTS);
        }

        assertThat(door.shop.number("select count(*) from orders where state = 'PAID'")).isEqualTo(BUYERS);
        assertThat(door.shop.queue.counts().waiting()).isEqualTo(BUYERS);
        assertThat(door.shop.number("select count(*) from provider_event")).isEqualTo(2 * BUYERS);
        assertThat(door.shop.number("select count(*) from refund")).isZero();
        assertThat(door.shop.state(UUID.fromString(victim))).isEqualTo(OrderState.PAYMENT_PENDING);
        assertThat(door.shop.product("LAST").product().available()).isZero();
        assertThat(door.shop.product("LAST").gate()).hasValue(0);
        assertThat(door.shop.product("BULB").product().held()).isEqualTo(2L * (BUYERS + 1));
        assertThat(door.shop.number("select max(number) - count(*) from ticket")).isZero();
    }

    /** Pays, and the provider tells it in the wrong order, twice, from two connections, with forgeries between. */
    private void buy(int buyer) {
        String id = door.reserve().text("id");
        String intent = intentOf(id);
        door.stripe.pay(intent);
        List<byte[]> messages = new ArrayList<>();
        for (String type : List.of("payment_intent.succeeded", "payment_intent.canceled")) {
            byte[] message = door.stripe.event("evt-" + type + buyer, type, intent);
            messages.addAll(List.of(message, message, message));
        }
        Collections.shuffle(messages, new Random(buyer));
        AtOnce.run(2, connection -> {
            for (byte[] message : messages) {
                assertThat(door.webhook(message).status()).isEqualTo(200);
                assertThat(door.webhook(message, "t=1,v1=" + "0".repeat(64)).status()).isEqualTo(400);
            }
            return null;
        });
        assertThat(door.get("/orders/" + id).text("state")).isEqualTo("PAID");
    }

    private void forge(String intent, int forger) {
        byte[] message = door.stripe.event("evt_forged" + forger, "payment_intent.succeeded", intent);
        long now = System.currentTimeMillis() / 1000;
        String right = StripeSignature.of(message);
        for (String signature : List.of("", "v1=", right.replaceFirst(".$", right.endsWith("0") ? "1" : "0"),
                StripeSignature.of(message, "whsec_guess" + forger, now),
                StripeSignature.of(message, StripeSignature.SECRET, now - 301),
                StripeSignature.of(new byte[]{'x'}))) {
            assertThat(door.webhook(message, signature).status()).as(signature).isEqualTo(400);
        }
    }

    private void sendGarbage(int seed) {
        byte[] garbage = new byte[2_000];
        new Random(seed).nextBytes(garbage);
        assertThat(door.webhook(garbage, "t=" + seed).status()).isEqualTo(400);
        assertThat(door.post("/reservations", "{\"customer\":").status()).isEqualTo(400);
        try (RawClients raw = new RawClients(door.port)) {
            raw.send(garbage);
        } catch (IOException cutOff) {
            assertThat(cutOff).hasMessageNotContaining("timed out");
        }
    }

    private void wantTheLast(int customer) {
        Answered answer = door.post("/reservations",
                "{\"customer\":\"c" + customer + "\",\"lines\":[{\"sku\":\"LAST\",\"qty\":1}]}");
        assertThat(answer.status()).isIn(201, 409);
    }

    private void join(int customer) {
        String body = "{\"customer\":\"c" + customer + "\"}";
        Answered first = door.post("/queues/A/tickets", body, "Idempotency-Key", "key" + customer);
        Answered again = door.post("/queues/A/tickets", body, "Idempotency-Key", "key" + customer);
        assertThat(again.text("id")).isEqualTo(first.text("id")).isNotBlank();
    }

    private String intentOf(String order) {
        return door.post("/orders/" + order + "/payment", "").text("client_secret").replace("_secret_x", "");
    }
}
