package dev.callboard.sample;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The mail server of the made-up Friday: it listens, and then has no time. Each attempt happens at its moment
 * of the day, so that the attempts of an order stand apart as they would with real pauses.
 */
public final class FixtureMails implements AutoCloseable {
    /** How many orders fail. */
    public static final int ORDERS = 38;
    /** From the first attempt to the last. */
    static final Duration TRYING = Duration.ofSeconds(105);
    /** Always the same where it is free, so that every picture names the same server. */
    private static final int PORT = 2525;
    private static final List<Integer> BEFORE_THE_LAST = List.of(105, 90, 80, 50, 0);
    private static final int ODD_ATTEMPT = 2;
    private static final String ODD_REPLY = "421 4.7.0 Try again later";
    private static final String REPLY = "450 timeout after 10 s";
    private static final Duration ODD_TOOK = Duration.ofMillis(400);
    private static final Duration TOOK = Duration.ofSeconds(10);
    /** When the newest of them failed for good; the others at even distances before. */
    private static final List<String> FAILED = List.of("14:05:31", "14:04:12", "14:02:07", "14:01:44", "14:01:02",
            "14:00:38", "13:59:50", "13:58:16", "13:57:33", "13:56:20", "13:55:47", "13:54:09", "13:52:58", "13:51:40",
            "13:50:02", "13:48:31", "13:47:15", "13:45:52", "13:44:20");
    private static final int SECONDS_BETWEEN = 70;

    private final Consumer<Instant> clock;
    private final DialogueMailServer server;
    private volatile Instant failing = FixtureDay.NOW;
    private Duration spent = Duration.ZERO;
    private int attempt;

    /** @param clock holds the database's clock at the given moment */
    public FixtureMails(Consumer<Instant> clock) {
        this.clock = clock;
        this.server = new DialogueMailServer(PORT, line -> line.startsWith("MAIL") ? refuse() : null);
    }

    /** Where it listens. */
    public URI address() {
        return server.address();
    }

    /** When that order fails for good. @param order from 0, the newest */
    static Instant failedAt(int order) {
        int known = Math.min(order, FAILED.size() - 1);
        return FixtureDay.momentOf(FAILED.get(known)).minusSeconds((long) SECONDS_BETWEEN * (order - known));
    }

    /** The next mails are of that order. @param order from 0, the newest */
    public synchronized void expect(int order) {
        failing = failedAt(order);
        attempt = 0;
    }

    /** How long all the tries together have taken by the day's clock, in nanoseconds. */
    public synchronized long spentNanos() {
        return spent.toNanos();
    }

    private synchronized String refuse() {
        clock.accept(failing.minusSeconds(BEFORE_THE_LAST.get(Math.min(attempt, BEFORE_THE_LAST.size() - 1))));
        spent = spent.plus(attempt == ODD_ATTEMPT ? ODD_TOOK : TOOK);
        return attempt++ == ODD_ATTEMPT ? ODD_REPLY : REPLY;
    }

    @Override
    public void close() {
        server.close();
    }
}
