package dev.callboard.sample;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;

/** Keeps the sample shop busy: visitors come, buy and are served at two other counters, every few seconds. */
public final class LiveTrade implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveTrade.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int ENOUGH_WAITING = 14;
    private static final List<String> OTHER_COUNTERS = List.of("Counter 8", "Counter 9");

    private final SampleShop shop;
    private final Random chance;
    private int visitors;
    private boolean closed;

    /** @param seed the same seed makes the same visitors */
    public LiveTrade(SampleShop shop, long seed) {
        this.shop = shop;
        this.chance = new Random(seed);
    }

    /** Begins, on a thread of its own. */
    public void start() {
        Thread.ofVirtual().name("live-trade").start(this::run);
    }

    private void run() {
        do {
            try {
                step();
            } catch (Refusal ordinary) {
                LOG.debug("The sample shop was told: {}", ordinary.getMessage());
            } catch (Unavailable servers) {
                LOG.info("The sample shop waits for its servers: {}", servers.getMessage());
            }
        } while (pause());
    }

    /** One thing that happens in the shop. */
    void step() {
        int waiting = shop.commands().queues().list().stream().mapToInt(queue -> queue.waiting()).sum();
        if (waiting < ENOUGH_WAITING && chance.nextInt(3) > 0) {
            visitor();
        } else {
            serve(OTHER_COUNTERS.get(chance.nextInt(OTHER_COUNTERS.size())));
        }
    }

    private void visitor() {
        int number = visitors++;
        boolean collects = chance.nextInt(3) > 0;
        UUID order = collects ? shop.sell(number) : null;
        String queue = collects ? "A" : SampleShop.QUEUES.get(1 + chance.nextInt(3));
        shop.join(queue, SamplePeople.at(number), chance.nextInt(6) == 0, order);
    }

    private void serve(String counter) {
        var tickets = shop.commands().tickets();
        Ticket here = tickets.atCounter(counter)
                .orElseGet(() -> tickets.callNext(List.of("B", "C", "D"), counter, LeaseToken.none()));
        switch (here.state()) {
            case CALLED -> tickets.serve(here.id(), LeaseToken.none());
            case SERVING -> tickets.complete(here.id(), LeaseToken.none());
            default -> LOG.debug("{} is {}", here.code(), here.state());
        }
    }

    private synchronized boolean pause() {
        long end = System.nanoTime() + PAUSE.toNanos();
        try {
            for (long left = PAUSE.toMillis(); !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException stop) {
            return false;
        }
        return !closed;
    }

    /** No further visitor comes. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
