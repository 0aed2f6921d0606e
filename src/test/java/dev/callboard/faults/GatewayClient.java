package dev.callboard.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.payments.StripeSignature;

/** A customer's and the payment provider's way into the shop. */
final class GatewayClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();
    private final String base;
    private final Promises promises;

    GatewayClient(int port, Promises promises) {
        this.base = "http://127.0.0.1:" + port;
        this.promises = promises;
    }

    /** What came back. */
    record Answer(int status, JsonNode body) {}

    /** Asks for a cart under the customer's own id. @return empty, here and below, where it is worth asking again */
    Optional<Answer> reserve(UUID id, Cart cart) {
        return post("/reservations", Map.of("id", id, "customer", cart.customer(), "lines", cart.lines().stream()
                .map(line -> Map.of("sku", line.sku(), "qty", line.quantity())).toList()));
    }

    Optional<Answer> startPayment(UUID order) {
        return post("/orders/" + order + "/payment", Map.of());
    }

    /** Takes a number. @param customer or null @param key of this visit */
    Optional<Answer> join(String queue, String customer, String key) {
        return send("/queues/" + queue + "/tickets",
                json(customer == null ? Map.of() : Map.of("customer", customer)).header("Idempotency-Key", key));
    }

    Optional<Answer> ticket(UUID id) {
        return send("/tickets/" + id, HttpRequest.newBuilder().GET());
    }

    /** The provider says something, signed. */
    Optional<Answer> tell(byte[] event) {
        return send("/webhooks/stripe", HttpRequest.newBuilder().header("Stripe-Signature",
                StripeSignature.of(event)).POST(HttpRequest.BodyPublishers.ofByteArray(event)));
    }

    private Optional<Answer> post(String path, Map<String, ?> body) {
        return send(path, json(body));
    }

    private static HttpRequest.Builder json(Map<String, ?> body) {
        try {
            return HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Answer> send(String path, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(
                    request.uri(URI.create(base + path)).timeout(Duration.ofSeconds(8)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 500 || answer.statusCode() == 404 && !path.startsWith("/webhooks")) {
                promises.surprise(path.replaceAll("[0-9a-f-]{36}", "ID") + " answered " + answer.statusCode() + " "
                        + answer.body());
            }
            return answer.statusCode() >= 500 ? Optional.empty()
                    : Optional.of(new Answer(answer.statusCode(), JSON.readTree(answer.body())));
        } catch (IOException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
