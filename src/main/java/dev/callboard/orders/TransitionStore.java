package dev.callboard.orders;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** The conditional updates that move an order: each names the state it expects and the generation it saw. */
final class TransitionStore {

    /** What a transition left behind. */
    record Moved(int round, int run) {}

    boolean reservedTo(Transaction tx, UUID id, OrderState to) {
        return tx.handle().createUpdate("update orders set state = :to where id = :id and state = 'RESERVED'")
                .bind("to", to.name()).bind("id", id).execute() == 1;
    }

    /** A payment that came to nothing: at least two minutes are left for another try (protocol, rule 28). */
    boolean pendingToReserved(Transaction tx, UUID id, UUID payment) {
        return tx.handle()
                .createUpdate(
                        """
                                update orders set state = 'RESERVED', expires_at = greatest(expires_at, callboard_now() + interval '2 min')
                                where id = :id and state = 'PAYMENT_PENDING' and current_payment = :payment
                                """)
                .bind("id", id).bind("payment", payment).execute() == 1;
    }

    boolean pendingToExpired(Transaction tx, UUID id, UUID payment) {
        return tx.handle().createUpdate("""
                update orders set state = 'EXPIRED'
                where id = :id and state = 'PAYMENT_PENDING' and current_payment = :payment
                """).bind("id", id).bind("payment", payment).execute() == 1;
    }

    Optional<Moved> paidToCancelled(Transaction tx, UUID id, int round) {
        return moved(tx, """
                update orders set state = 'CANCELLED', round = round + 1
                where id = :id and state = 'PAID' and round = :round returning round, run
                """, id, round);
    }

    /** @param failedFor how long it must have been failed, looked at in the update itself; zero for any time */
    Optional<Moved> failedToCancelled(Transaction tx, UUID id, int round, Duration failedFor) {
        return tx.handle().createQuery("""
                update orders set state = 'CANCELLED', round = round + 1
                where id = :id and state = 'FAILED' and round = :round
                  and failed_at <= callboard_now() - make_interval(secs => :seconds) returning round, run
                """).bind("id", id).bind("round", round).bind("seconds", failedFor.toMillis() / 1000.0)
                .map((row, context) -> new Moved(row.getInt("round"), row.getInt("run"))).findOne();
    }

    Optional<Moved> failedToPaid(Transaction tx, UUID id, int round) {
        return moved(tx, """
                update orders set state = 'PAID', round = round + 1
                where id = :id and state = 'FAILED' and round = :round returning round, run
                """, id, round);
    }

    /** Undo of a retry that has not started. */
    Optional<Moved> paidToFailed(Transaction tx, UUID id, int round) {
        return moved(tx, """
                update orders set state = 'FAILED', round = round + 1
                where id = :id and state = 'PAID' and round = :round and failed_at is not null returning round, run
                """, id, round);
    }

    /** A worker's first act; an order that another worker left half done is taken over. */
    Optional<Moved> takeOver(Transaction tx, UUID id) {
        return tx.handle().createQuery("""
                update orders set state = 'PROCESSING', run = run + 1 where id = :id and state in ('PAID', 'PROCESSING')
                returning round, run
                """).bind("id", id)
                .map((row, context) -> new Moved(row.getInt("round"), row.getInt("run"))).findOne();
    }

    boolean processingToCompleted(Transaction tx, UUID id, int run) {
        return tx.handle().createUpdate("""
                update orders set state = 'COMPLETED', completed_at = callboard_now()
                where id = :id and state = 'PROCESSING' and run = :run
                """).bind("id", id).bind("run", run).execute() == 1;
    }

    boolean processingToFailed(Transaction tx, UUID id, int run, String failure) {
        return tx.handle().createUpdate("""
                update orders set state = 'FAILED', failed_at = callboard_now(), failure = :failure
                where id = :id and state = 'PROCESSING' and run = :run
                """).bind("id", id).bind("run", run).bind("failure", failure).execute() == 1;
    }

    private static Optional<Moved> moved(Transaction tx, String sql, UUID id, int round) {
        return tx.handle().createQuery(sql).bind("id", id).bind("round", round)
                .map((row, context) -> new Moved(row.getInt("round"), row.getInt("run"))).findOne();
    }
}
