package dev.callboard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import dev.callboard.refusals.Refusal;

/**
 * What came of several things that were begun at the same moment, each on a thread of its own.
 *
 * @param done answers of those that succeeded, in the order of their starters
 * @param refused refusals of those that a rule stopped
 */
public record AtOnce<T>(List<T> done, List<Refusal> refused) {

    /** Runs the work for 0…times−1 at once; anything but a refusal is the test's failure. */
    public static <T> AtOnce<T> run(int times, IntFunction<T> work) {
        List<Callable<T>> works = new ArrayList<>();
        for (int index = 0; index < times; index++) {
            int mine = index;
            works.add(() -> work.apply(mine));
        }
        return run(works);
    }

    /** Runs different things at once. */
    public static <T> AtOnce<T> run(List<Callable<T>> works) {
        CyclicBarrier start = new CyclicBarrier(works.size());
        AtOnce<T> outcome = new AtOnce<>(new ArrayList<>(), new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(works.size())) {
            List<Future<T>> futures = works.stream().map(work -> threads.submit(() -> afterAll(start, work))).toList();
            futures.forEach(future -> outcome.take(future));
        }
        return outcome;
    }

    private void take(Future<T> future) {
        try {
            done.add(future.get());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Refusal refusal) {
                refused.add(refusal);
            } else {
                throw new AssertionError("failed, and not by a rule", failure.getCause());
            }
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private static <T> T afterAll(CyclicBarrier start, Callable<T> work) throws Exception {
        try {
            start.await();
        } catch (BrokenBarrierException broken) {
            throw new AssertionError(broken);
        }
        return work.call();
    }

    /** The codes of the refusals. */
    public List<String> codes() {
        return refused.stream().map(Refusal::code).toList();
    }
}
