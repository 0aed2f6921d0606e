package dev.callboard.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;

/**
 * Who commits applies: runs a command's transaction, then delivers the rows it wrote before the command answers, for at
 * most half a second. What is not done by then is left to the relays.
 */
public final class PromptDelivery {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(PromptDelivery.class);

    private final Database database;
    private final Delivery delivery;
    private final Executor executor;

    public PromptDelivery(Database database, Delivery delivery, Executor executor) {
        this.database = database;
        this.delivery = delivery;
        this.executor = executor;
    }

    /**
     * What a command answered.
     *
     * @param pending true where its effects outside Postgres are still under way
     */
    public record Answer<T>(T value, boolean pending) {}

    /** @param work gets the list to which it adds the ids of the outbox rows that it writes */
    public <T> Answer<T> run(BiFunction<Transaction, List<Long>, T> work) {
        List<Long> rows = new ArrayList<>();
        T value = database.transaction(tx -> {
            rows.clear();
            return work.apply(tx, rows);
        });
        return new Answer<>(value, !deliver(rows));
    }

    private boolean deliver(List<Long> rows) {
        if (rows.isEmpty()) {
            return true;
        }
        CompletableFuture<Boolean> delivered = CompletableFuture.supplyAsync(() -> delivery.deliver(rows), executor);
        try {
            return delivered.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failure) {
            LOG.warn("outbox rows {} are left to the relays", rows, failure.getCause());
            return false;
        }
    }
}
