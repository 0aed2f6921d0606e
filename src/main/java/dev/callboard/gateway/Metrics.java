package dev.callboard.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntSupplier;

import io.javalin.http.Context;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** What the gateway does, for Prometheus. Labels are routes, never what a client wrote. */
final class Metrics {
    private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final Histogram requests = Histogram.builder().name("callboard_http_request_seconds")
            .help("Time from a request's arrival to its answer.").labelNames("route", "status").classicOnly()
            .classicUpperBounds(SECONDS).register(registry);
    private final Counter limited = Counter.builder().name("callboard_rate_limited_total")
            .help("Requests turned away because their client asked too often.").labelNames("route").register(registry);
    private final Counter sent = Counter.builder().name("callboard_events_sent_total")
            .help("Server-sent events.").labelNames("kind").register(registry);
    private final Counter provider = Counter.builder().name("callboard_provider_events_total")
            .help("Verified messages of the payment provider.").labelNames("outcome").register(registry);

    Metrics(IntSupplier viewers) {
        GaugeWithCallback.builder().name("callboard_viewers").help("Open streams of server-sent events.")
                .callback(gauge -> gauge.call(viewers.getAsInt())).register(registry);
    }

    void request(String route, int status, long nanos) {
        requests.labelValues(route, Integer.toString(status)).observe(nanos / 1e9);
    }

    void rateLimited(String route) {
        limited.labelValues(route).inc();
    }

    void eventSent(String kind) {
        sent.labelValues(kind).inc();
    }

    void providerEvent(boolean applied) {
        provider.labelValues(applied ? "applied" : "known").inc();
    }

    void show(Context context) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape(), EscapingScheme.DEFAULT);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        context.contentType(PrometheusTextFormatWriter.CONTENT_TYPE).result(text.toByteArray());
    }
}
