package dev.callboard.outbox;

import java.time.Duration;
import java.util.List;

import dev.callboard.postgres.Transaction;

/**
 * Does what rows of one kind ask for. It sets a state and never adds a difference, so that doing it twice, late or out
 * of order is harmless.
 */
public interface OutboxEffect {

    /** What became of a row. */
    sealed interface Outcome {}

    /** Done for good. */
    record Done() implements Outcome {}

    /** Not now, and not the row's fault: it stays without a counted try. */
    record Later(Duration after, String reason) implements Outcome {}

    OutboxKind kind();

    /**
     * Does what the rows ask for; the claim's transaction is open and may be read from.
     *
     * @return one outcome per row, in their order
     * @throws RuntimeException where one of them is at fault; they are then tried one by one
     */
    List<Outcome> apply(Transaction tx, List<OutboxRow> rows);
}
