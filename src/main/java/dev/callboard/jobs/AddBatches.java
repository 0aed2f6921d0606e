package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Joins jobs that are added at the same moment, by different threads, into one call. Whoever adds one while a call is
 * free makes it, at once; a lone job never waits for others.
 */
final class AddBatches {
    private static final int CALLS_AT_ONCE = 2;

    private final Function<List<NewJob>, List<String>> send;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore calls = new Semaphore(CALLS_AT_ONCE);

    private record Waiting(NewJob job, CompletableFuture<String> id) {}

    /** @param send makes one call, answering the ids in order */
    AddBatches(Function<List<NewJob>, List<String>> send) {
        this.send = send;
    }

    String add(NewJob job) {
        Waiting mine = new Waiting(job, new CompletableFuture<>());
        waiting.add(mine);
        call();
        try {
            return mine.id().get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a job was added", hurried);
        }
    }

    private void call() {
        if (waiting.isEmpty() || !calls.tryAcquire()) {
            return;
        }
        try {
            send(batch());
        } finally {
            calls.release();
        }
        if (!waiting.isEmpty()) {
            // what came meanwhile is somebody else's: this caller has its answer
            Thread.ofVirtual().name("adding jobs").start(this::call);
        }
    }

    private List<Waiting> batch() {
        List<Waiting> batch = new ArrayList<>();
        int letters = 0;
        while (batch.size() < JobProducer.JOBS_PER_CALL && letters < JobProducer.LETTERS_PER_CALL) {
            Waiting next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
            letters += next.job().dataJson().length();
        }
        return batch;
    }

    private void send(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<String> ids = send.apply(batch.stream().map(Waiting::job).toList());
            for (int at = 0; at < batch.size(); at++) {
                batch.get(at).id().complete(ids.get(at));
            }
        } catch (RuntimeException failure) {
            batch.forEach(one -> one.id().completeExceptionally(failure));
        }
    }
}
