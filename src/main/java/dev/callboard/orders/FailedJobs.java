package dev.callboard.orders;

import java.util.Optional;
import java.util.UUID;

import dev.callboard.jobs.FailedState;
import dev.callboard.postgres.Transaction;

/** Remembers how an order's job looked when it failed for good. */
@FunctionalInterface
public interface FailedJobs {
    Optional<FailedState> lastFailure(Transaction tx, UUID order);
}
