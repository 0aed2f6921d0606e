package dev.callboard.payments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stripe's documented API as far as Callboard uses it: intents, refunds, idempotency keys, signed events. */
public final class StripeDouble implements AutoCloseable {
    public static final String KEY = "sk_test_double";
    /** What must not be kept; such as no identifier, time or checksum has by chance. */
    public static final List<String> OF_A_CARD = List.of("four-last-digits", "4242424242424242");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Map<String, Object>> intents = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> refunds = new ConcurrentHashMap<>();
    private final Map<String, Answer> answeredByKey = new ConcurrentHashMap<>();
    private final List<String> calls = java.util.Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile Function<String, Answer> trouble = call -> null;

    /** What is sent back; status 0 closes the connection without an answer. */
    public record Answer(int status, Map<String, Object> body) {

        public static Answer error(int status, String code, String message) {
            return new Answer(status, Map.of("error",
                    Map.of("type", "invalid_request_error", "code", code, "message", message)));
        }

        public static Answer silence() {
            return new Answer(0, Map.of());
        }
    }

    public StripeDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers instead of the real one where the function says something; calls look like {@code POST /v1/refunds}. */
    public void trouble(Function<String, Answer> answers) {
        trouble = answers;
    }

    public void noTrouble() {
        trouble = call -> null;
    }

    /** Method and path of every call that was made. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** A customer pays an open intent. */
    public void pay(String intent) {
        synchronized (this) {
            if (!isOpen(intent)) {
                throw new IllegalStateException(intent + " is " + intents.get(intent).get("status"));
            }
            intents.get(intent).put("status", "succeeded");
        }
    }

    public String status(String intent) {
        return (String) intents.get(intent).get("status");
    }

    public List<String> intents() {
        return List.copyOf(intents.keySet());
    }

    /** Refunds of an intent that were not undone. */
    public long refundsOf(String intent) {
        return refunds.values().stream().filter(refund -> refund.get("payment_intent").equals(intent)).count();
    }

    /** As after a day: requests under an old key are new requests. */
    public void forgetKeys() {
        answeredByKey.clear();
    }

    /** The body of an event about an intent, with {@link #OF_A_CARD}. */
    public byte[] event(String id, String type, String intent) {
        Map<String, Object> subject = new LinkedHashMap<>(intents.get(intent));
        subject.put("charges", Map.of("data", List.of(Map.of("payment_method_details",
                Map.of("card", Map.of("last4", OF_A_CARD.getFirst(), "number", OF_A_CARD.getLast()))))));
        return body(Map.of("id", id, "object", "event", "type", type, "data", Map.of("object", subject)));
    }

    public byte[] refundEvent(String id, String type, String intent, String status) {
        return body(Map.of("id", id, "object", "event", "type", type, "data", Map.of("object", Map.of("id", "re_1",
                "payment_intent", intent, "status", status, "metadata", intents.get(intent).get("metadata")))));
    }

    private static byte[] body(Map<String, Object> message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        calls.add(call);
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> query = form(String.valueOf(exchange.getRequestURI().getRawQuery()));
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        Answer answer = trouble.apply(call);
        if (answer == null) {
            answer = key == null || !exchange.getRequestMethod().equals("POST")
                    ? answer(call, form, query)
                    : answeredByKey.computeIfAbsent(key, first -> answer(call, form, query));
        }
        if (answer.status() > 0) {
            byte[] body = body(answer.body());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
        exchange.close();
    }

    private synchronized Answer answer(String call, Map<String, String> form, Map<String, String> query) {
        String[] path = call.split("/");
        if (call.equals("POST /v1/payment_intents")) {
            return new Answer(200, Map.copyOf(intent(form)));
        }
        if (call.startsWith("POST /v1/payment_intents/") && call.endsWith("/cancel")) {
            return cancel(path[3]);
        }
        if (call.startsWith("GET /v1/payment_intents/")) {
            return intents.containsKey(path[3]) ? new Answer(200, Map.copyOf(intents.get(path[3]))) : missing();
        }
        if (call.equals("POST /v1/refunds")) {
            return refund(form);
        }
        if (call.equals("GET /v1/refunds")) {
            return new Answer(200, Map.of("object", "list", "data", refunds.values().stream()
                    .filter(refund -> refund.get("payment_intent").equals(query.get("payment_intent"))).toList()));
        }
        return missing();
    }

    private Map<String, Object> intent(Map<String, String> form) {
        String id = "pi_" + numbers.incrementAndGet();
        Map<String, Object> intent = new ConcurrentHashMap<>(Map.of("id", id, "object", "payment_intent", "amount",
                Long.parseLong(form.get("amount")), "currency", form.get("currency"), "status",
                "requires_payment_method", "client_secret", id + "_secret_x", "metadata",
                form.entrySet().stream().filter(field -> field.getKey().startsWith("metadata["))
                        .collect(Collectors.toMap(
                                field -> field.getKey().substring(9, field.getKey().length() - 1),
                                Map.Entry::getValue))));
        intents.put(id, intent);
        return intent;
    }

    private Answer cancel(String id) {
        if (!intents.containsKey(id)) {
            return missing();
        }
        if (!isOpen(id)) {
            return Answer.error(400, "payment_intent_unexpected_state",
                    "You cannot cancel this PaymentIntent because it has a status of " + status(id) + ".");
        }
        intents.get(id).put("status", "canceled");
        return new Answer(200, Map.copyOf(intents.get(id)));
    }

    private Answer refund(Map<String, String> form) {
        String intent = form.get("payment_intent");
        if (!status(intent).equals("succeeded")) {
            return Answer.error(400, "intent_invalid_state", "This PaymentIntent has nothing to refund.");
        }
        if (refundsOf(intent) > 0) {
            return Answer.error(400, "charge_already_refunded", "Charge has already been refunded.");
        }
        String id = "re_" + numbers.incrementAndGet();
        Map<String, Object> refund = Map.of("id", id, "object", "refund", "payment_intent", intent, "status",
                "succeeded");
        refunds.put(id, refund);
        return new Answer(200, refund);
    }

    private boolean isOpen(String intent) {
        return !List.of("succeeded", "canceled", "processing").contains(status(intent));
    }

    /** The provider works at an intent: it can be neither paid nor cancelled now. */
    public void work(String intent) {
        intents.get(intent).put("status", "processing");
    }

    private static Answer missing() {
        return Answer.error(404, "resource_missing", "No such thing.");
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
