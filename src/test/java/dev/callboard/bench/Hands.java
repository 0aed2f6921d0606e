package dev.callboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Clients that do one thing over and over at the same time. */
final class Hands {
    static final int CLIENTS = 16;

    private Hands() {}

    /** One thing done once; anything thrown ends the benchmark. */
    interface Act {
        void run() throws Exception;
    }

    /** A client's own state, open while it works. */
    interface Hand extends Act, AutoCloseable {}

    /** How many acts a second all clients together do, each over what it opened before the clock began. */
    static double perSecond(double seconds, IntFunction<Hand> open) throws Exception {
        List<Hand> hands = new ArrayList<>();
        try {
            for (int client = 0; client < CLIENTS; client++) {
                hands.add(open.apply(client));
            }
            return perSecond(seconds, hands);
        } finally {
            for (Hand hand : hands) {
                hand.close();
            }
        }
    }

    private static double perSecond(double seconds, List<Hand> hands) throws Exception {
        CyclicBarrier start = new CyclicBarrier(hands.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(hands.size())) {
            List<Future<Double>> rates = hands.stream().map(hand -> threads.submit(() -> {
                start.await();
                return rate(seconds, hand);
            })).toList();
            double sum = 0;
            for (Future<Double> rate : rates) {
                sum += rate.get();
            }
            return sum;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a client failed", failure.getCause());
        }
    }

    private static double rate(double seconds, Act act) throws Exception {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        int done = 0;
        do {
            act.run();
            done++;
        } while (System.nanoTime() < end);
        return done / ((System.nanoTime() - begin) / 1e9);
    }
}
