package dev.callboard.workers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.refusals.Unavailable;

/**
 * Another program's ear for alerts: JSON by POST, at least once, each with an {@code Idempotency-Key} that is the same for
 * every repetition.
 */
public final class Webhook {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    /** RFC 9110 and RFC 6585: it may be another matter later. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();

    public Webhook(URI address) {
        this.address = address;
    }

    /**
     * Hands an alert over.
     *
     * @param alert with its {@code id}
     * @throws Unavailable where nobody takes it now
     * @throws IllegalStateException where it is refused for what it is
     */
    public void post(JsonNode alert) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json").header("Idempotency-Key", alert.path("id").asText())
                .POST(HttpRequest.BodyPublishers.ofString(alert.toString())).build();
        int status = status(request);
        if (status >= 500 || LATER.contains(status)) {
            throw away("answered " + status, null);
        }
        if (status < 200 || status >= 300) {
            throw new IllegalStateException("The webhook at " + address.getHost() + " refuses the alert: " + status);
        }
    }

    private int status(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException failure) {
            throw away(failure.getMessage() == null ? "does not answer" : failure.getMessage(), failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw away("was not waited for", stop);
        }
    }

    /** The path may hold a secret: only the host is told. */
    private Unavailable away(String why, Throwable cause) {
        return new Unavailable(Unavailable.Service.WEBHOOK, "The webhook at " + address.getHost() + ": " + why, cause);
    }
}
