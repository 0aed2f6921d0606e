package dev.callboard.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.TestServers;
import dev.callboard.TestShop;
import dev.callboard.live.RedisSignals;
import dev.callboard.live.RedisSubscriptions;
import dev.callboard.live.Signals;
import dev.callboard.payments.CardPayments;
import dev.callboard.payments.StripeDouble;
import dev.callboard.payments.StripeSignature;
import dev.callboard.payments.StripeEvents;
import dev.callboard.payments.StripeProvider;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;

/** A shop with its gateway on a free port, whose every connection to Postgres has the gateway's login, and a client. */
final class FrontDoor implements AutoCloseable {
    static final BusinessDay DAY = new BusinessDay(ZoneId.of("UTC"), LocalTime.of(4, 0));
    private static final ObjectMapper JSON = new ObjectMapper();

    final TestShop shop = new TestShop();
    final TestShop front = shop.through(TestServers.addressFor(shop.address, "callboard_gateway"),
            shop.redisServer.address());
    final StripeDouble stripe = new StripeDouble();
    final RedisSignals signals = new RedisSignals(shop.redis);
    final RedisSubscriptions subscriptions = new RedisSubscriptions(front.redis);
    final Queues queues = new Queues(shop.database, DAY, signals);
    final Tickets tickets = new Tickets(shop.database, DAY, signals);
    final Map<String, BooleanSupplier> dependencies = new LinkedHashMap<>();
    final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1).build();
    final GatewayServer server;
    final int port;

    /** Without limits. */
    FrontDoor() {
        this(0);
    }

    /** @param limit reserves and payments of one client in ten seconds */
    FrontDoor(int limit) {
        dependencies.put("postgres", front.database::answers);
        dependencies.put("redis", () -> front.gate.epoch() != null);
        CardPayments cards = new CardPayments(front.database,
                new CardPayments.Writing(front.prompt, front.outbox, front.alerts,
                        Currency.getInstance("EUR")),
                front.transitions,
                new StripeProvider(StripeDouble.KEY, stripe.uri(), Currency.getInstance("EUR")));
        this.server = new GatewayServer(new GatewayShop(front.orders, front.reservations, cards,
                Optional.of(new StripeEvents(StripeSignature.SECRET)), front.stock,
                new Queues(front.database, DAY, Signals.none()), new Tickets(front.database, DAY, signals),
                subscriptions, dependencies),
                new GatewayOptions("127.0.0.1", 0, limit, Duration.ofSeconds(10), 1, Duration.ofMinutes(10)));
        this.port = server.start();
        shop.receive("BULB", 1_000);
        queues.add("A", "Collect");
    }

    /** What came back. */
    record Answered(int status, JsonNode body, HttpResponse<String> response) {
        String code() {
            return body.at("/error/code").asText();
        }

        String text(String field) {
            return body.path(field).asText();
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Answered get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    Answered post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The provider's message, signed. */
    Answered webhook(byte[] body) {
        return webhook(body, StripeSignature.of(body));
    }

    Answered webhook(byte[] body, String signature) {
        return send(HttpRequest.newBuilder(at("/webhooks/stripe")).header("Stripe-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answered send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString());
            boolean json = response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
            return new Answered(response.statusCode(),
                    json ? JSON.readTree(response.body()) : JSON.createObjectNode(), response);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** Reserves two units. */
    Answered reserve() {
        return post("/reservations", "{\"customer\":\"ada\",\"lines\":[{\"sku\":\"BULB\",\"qty\":2}]}");
    }

    @Override
    public void close() {
        server.close();
        subscriptions.close();
        signals.close();
        client.close();
        front.close();
        stripe.close();
        shop.close();
    }
}
