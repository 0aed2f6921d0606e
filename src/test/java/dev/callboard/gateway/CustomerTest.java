package dev.callboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.gateway.FrontDoor.Answered;
import dev.callboard.orders.OrderState;
import dev.callboard.payments.StripeDouble;
import dev.callboard.payments.StripeSignature;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.LeaseToken;

/** What a customer does over HTTP, with the gateway's own login at Postgres. */
class CustomerTest {
    private final FrontDoor door = new FrontDoor();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    @Tag("L05")
    void reservesPaysAndSeesTheOrder() {
        Answered reserved = door.reserve();
        assertThat(reserved.status()).isEqualTo(201);
        assertThat(reserved.text("state")).isEqualTo("RESERVED");
        assertThat(reserved.body().path("total").decimalValue()).isEqualByComparingTo("5.00");
        assertThat(reserved.body().has("customer")).isFalse();
        String id = reserved.text("id");

        Answered payment = door.post("/orders/" + id + "/payment", "");
        assertThat(payment.status()).isEqualTo(201);
        String intent = payment.text("client_secret").replace("_secret_x", "");
        assertThat(door.get("/orders/" + id).text("state")).isEqualTo("PAYMENT_PENDING");
        door.stripe.pay(intent);
        byte[] message = door.stripe.event("evt_1", "payment_intent.succeeded", intent);
        assertThat(door.webhook(message).body().path("applied").asBoolean()).isTrue();
        assertThat(door.webhook(message).body().path("applied").asBoolean()).isFalse();

        assertThat(door.get("/orders/" + id).text("state")).isEqualTo("PAID");
        assertThat(door.shop.queue.counts().waiting()).isEqualTo(1);
        assertThat(door.shop.number("select count(*) from audit_entry where actor = 'callboard_gateway_login'"))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    @Tag("L05")
    void whatIsNotSignedRightlyIsRefusedAndNothingHappens() {
        String id = door.reserve().text("id");
        String intent = door.post("/orders/" + id + "/payment", "").text("client_secret").replace("_secret_x", "");
        door.stripe.pay(intent);
        byte[] message = door.stripe.event("evt_1", "payment_intent.succeeded", intent);
        long now = System.currentTimeMillis() / 1000;

        assertThat(door.webhook(message, "t=1,v1=00").status()).isEqualTo(400);
        assertThat(door.webhook(message, StripeSignature.of(message, "whsec_guess", now)).status()).isEqualTo(400);
        assertThat(door.webhook(message, StripeSignature.of(message, StripeSignature.SECRET, now - 900)).status())
                .isEqualTo(400);
        assertThat(door.post("/webhooks/stripe", "").status()).isEqualTo(400);

        assertThat(door.shop.state(UUID.fromString(id))).isEqualTo(OrderState.PAYMENT_PENDING);
        assertThat(door.shop.number("select count(*) from provider_event")).isZero();
    }

    @Test
    void aMessageAboutAnUnknownPaymentComesAgain() {
        byte[] body = ("{\"id\":\"evt_x\",\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{\"id\":\"pi_x\","
                + "\"metadata\":{\"payment\":\"" + UUID.randomUUID() + "\"}}}}").getBytes();
        assertThat(door.webhook(body).status()).isEqualTo(404);
        byte[] other = "{\"id\":\"evt_y\",\"type\":\"customer.created\",\"data\":{\"object\":{}}}".getBytes();
        assertThat(door.webhook(other).status()).isEqualTo(200);
    }

    @Test
    @Tag("L05")
    void messagesInAnyOrderComeToTheSameEnd() {
        for (List<String> order : List.of(List.of("payment_intent.succeeded", "payment_intent.canceled"),
                List.of("payment_intent.payment_failed", "payment_intent.succeeded"),
                List.of("payment_intent.canceled", "payment_intent.succeeded"))) {
            String id = door.reserve().text("id");
            String intent = door.post("/orders/" + id + "/payment", "").text("client_secret").replace("_secret_x", "");
            door.stripe.pay(intent);
            order.forEach(type -> assertThat(door.webhook(door.stripe.event("evt_" + id + type, type, intent)).status())
                    .isEqualTo(200));
            assertThat(door.get("/orders/" + id).text("state")).as(order.toString()).isEqualTo("PAID");
        }
        assertThat(door.shop.number("select count(*) from refund")).isZero();
    }

    @Test
    void theSameReservationSentAgainIsTheSameOrder() {
        String body = "{\"id\":\"" + UUID.randomUUID()
                + "\",\"customer\":\"ada\",\"lines\":[{\"sku\":\"BULB\",\"qty\":2}]}";
        Answered first = door.post("/reservations", body);
        assertThat(door.post("/reservations", body).text("number")).isEqualTo(first.text("number"));
        assertThat(door.post("/reservations", body.replace("ada", "eve")).code()).isEqualTo("key_reused");
        assertThat(door.post("/reservations",
                body.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"00000000-0000-1000-8000-000000000001\"")).code())
                .isEqualTo("invalid");
        assertThat(door.shop.product("BULB").product().held()).isEqualTo(2);
    }

    @Test
    void refusalsAreReadable() {
        Answered none = door.post("/reservations",
                "{\"customer\":\"ada\",\"lines\":[{\"sku\":\"BULB\",\"qty\":5000}]}");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.code()).isEqualTo("out_of_stock");
        assertThat(none.body().at("/error/message").asText()).contains("BULB");
        assertThat(
                door.post("/reservations", "{\"customer\":\"ada\",\"lines\":[{\"sku\":\"NIL\",\"qty\":1}]}").status())
                .isEqualTo(404);
        for (String body : List.of("", "[]", "{", "null", "{\"customer\":\"ada\"}", "{\"customer\":1,\"lines\":[]}",
                "{\"customer\":\"ada\",\"lines\":[{\"sku\":\"BULB\",\"qty\":1.5}]}",
                "{\"customer\":\"ada\",\"lines\":[{\"sku\":\"BULB\",\"qty\":\"1\"}]}",
                "{\"customer\":\"ada\",\"lines\":[{\"sku\":\"BULB\",\"qty\":-1}]}", "\u0000\u0001", "{} {}",
                "{\"customer\":\"ada\",\"lines\":[{\"sku\":\"BULB\",\"qty\":1e99}]}")) {
            Answered answer = door.post("/reservations", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.code()).as(body).isEqualTo("invalid");
        }
        assertThat(door.shop.product("BULB").product().held()).isZero();
    }

    @Test
    void onlyIdsThatNobodyCanGuessOpenAnything() {
        Answered order = door.reserve();
        assertThat(door.get("/orders/" + order.text("number")).status()).isEqualTo(404);
        assertThat(door.get("/orders/" + UUID.randomUUID()).code()).isEqualTo("not_found");
        assertThat(door.get("/tickets/A-001").status()).isEqualTo(404);
        assertThat(UUID.fromString(order.text("id")).version()).isEqualTo(4);
    }

    @Test
    @Tag("T09")
    void joinsOncePerKeyAndSeesTheirPlace() {
        Answered first = door.post("/queues/A/tickets", "{\"customer\":\"ada\"}", "Idempotency-Key", "k-1");
        Answered again = door.post("/queues/A/tickets", "{\"customer\":\"ada\"}", "Idempotency-Key", "k-1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(door.post("/queues/A/tickets", "{\"customer\":\"ada\"}").code()).isEqualTo("already_waiting");
        assertThat(door.post("/queues/NONE/tickets", "{}").status()).isEqualTo(404);

        Answered second = door.post("/queues/A/tickets", "");
        assertThat(door.get("/tickets/" + second.text("id")).body().path("place").asInt()).isEqualTo(2);
        door.tickets.callNext(List.of("A"), "K1", LeaseToken.none());
        assertThat(door.get("/tickets/" + second.text("id")).body().path("place").asInt()).isEqualTo(1);
        Answered called = door.get("/tickets/" + first.text("id"));
        assertThat(called.text("state")).isEqualTo("CALLED");
        assertThat(called.text("counter")).isEqualTo("K1");
        assertThat(called.body().has("customer")).isFalse();
    }

    @Test
    void noEndpointCallsServesRetriesOrCancels() {
        String order = door.reserve().text("id");
        String ticket = door.post("/queues/A/tickets", "{}").text("id");
        for (String path : List.of("/orders/" + order + "/cancel", "/orders/" + order + "/retry",
                "/tickets/" + ticket + "/call", "/tickets/" + ticket + "/serve", "/tickets/" + ticket + "/cancel",
                "/queues/A/next", "/jobs", "/orders", "/tickets", "//health", "/queues/A")) {
            assertThat(door.post(path, "{}").status()).as(path).isIn(404, 405);
        }
        for (String method : List.of("DELETE", "PUT", "PATCH")) {
            for (String path : List.of("/orders/" + order, "/tickets/" + ticket)) {
                Answered answer = door.send(java.net.http.HttpRequest.newBuilder(door.at(path)).method(method,
                        java.net.http.HttpRequest.BodyPublishers.noBody()));
                assertThat(answer.status()).isIn(404, 405);
                assertThat(answer.code()).isNotBlank();
            }
        }
        assertThat(door.get("/orders/" + order).text("state")).isEqualTo("RESERVED");
        assertThat(door.get("/tickets/" + ticket).text("state")).isEqualTo("WAITING");
    }

    @Test
    @Tag("L06")
    void aProviderThatIsAwayLeavesTheReservation() {
        String id = door.reserve().text("id");
        door.stripe.trouble(call -> StripeDouble.Answer.silence());
        Answered answer = door.post("/orders/" + id + "/payment", "");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
        door.stripe.noTrouble();
        assertThat(door.get("/orders/" + id).text("state")).isEqualTo("RESERVED");
        assertThat(door.post("/orders/" + id + "/payment", "").status()).isEqualTo(201);
    }

    @Test
    void whileRedisIsAwayReservesSayOneMoment() {
        door.reserve();
        door.shop.redisServer.kill9();
        assertThat(door.reserve().status()).isEqualTo(503);
        assertThat(door.get("/health").status()).isEqualTo(503);
        door.shop.redisServer.restart();
        org.awaitility.Awaitility.await().until(() -> door.reserve().status() == 201);
        assertThat(door.shop.reserve("bea", new StockLine("BULB", 1))).isNotNull();
    }
}
