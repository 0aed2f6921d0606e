package dev.callboard.triage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.callboard.audit.Act;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.triage.BulkRuns.Turn;

/**
 * Works at runs that nobody works at, one job at a time, one thread per run. What an order's job did is written in the
 * transaction that does it, and the order's round lets it happen once; so a run may be taken over at any point.
 */
public final class BulkRunner implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int LONGEST = 200;
    private static final String BUSY = "busy";
    private static final Duration AWAY = Duration.ofSeconds(1);

    private final BulkRuns runs;
    private final JobActions actions;
    private final Consumer<RuntimeException> faults;
    private final Duration lease;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean wanted;

    /**
     * @param faults hears of every failure that is no answer of a rule
     * @param lease how long a runner may be silent before another takes its run over
     */
    public BulkRunner(BulkRuns runs, JobActions actions, Consumer<RuntimeException> faults, Duration lease) {
        this.runs = runs;
        this.actions = actions;
        this.faults = faults;
        this.lease = lease;
    }

    /** Begins to look for runs. */
    public void start() {
        Thread.ofVirtual().name("bulk runs").start(this::look);
    }

    /** A run may have become free: looks at once. */
    public synchronized void wake() {
        wanted = true;
        notifyAll();
    }

    private void look() {
        while (!isClosed()) {
            try {
                Optional<RunLease> free = runs.claim(lease);
                if (free.isPresent()) {
                    Thread.ofVirtual().name("run " + free.get().run()).start(() -> drive(free.get()));
                } else {
                    rest();
                }
            } catch (NotPermitted notForThisLogin) {
                return;
            } catch (RuntimeException failure) {
                faults.accept(failure);
                rest();
            }
        }
    }

    private synchronized void rest() {
        long end = System.nanoTime() + LOOK_EVERY.toNanos();
        try {
            for (long left = LOOK_EVERY.toNanos(); !wanted && !isClosed() && left > 0; left = end
                    - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
        wanted = false;
    }

    private void drive(RunLease mine) {
        try {
            Duration pause;
            do {
                pause = step(mine);
            } while (pause != null && !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            release(mine);
        }
    }

    /** @return time until the next step; null where there is none */
    private Duration step(RunLease mine) {
        try {
            long began = System.nanoTime();
            Optional<Turn> turn = turn(mine);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return turn.map(done -> done.run().pace().between().minus(took))
                    .map(left -> left.isNegative() ? Duration.ZERO : left).orElse(null);
        } catch (Unavailable away) {
            faults.accept(away);
            return AWAY;
        } catch (Refusal busy) {
            // somebody holds the order for the moment: the same job again
            return AWAY;
        } catch (RuntimeException failure) {
            faults.accept(failure);
            return null;
        }
    }

    /** Acts on the next open job, whatever the pace. @return empty where the run ended, stopped, or has another runner */
    public Optional<BulkRuns.Turn> turn(RunLease mine) {
        Optional<Turn> turn = runs.next(mine);
        turn.ifPresent(this::act);
        return turn;
    }

    /** Takes a run that nobody works at. */
    public Optional<RunLease> claim() {
        return runs.claim(lease);
    }

    private void act(Turn turn) {
        try {
            ActionResult result = result(turn);
            boolean done = result.result().isSuccess();
            runs.finished(turn, BulkRunItem.Result.of(result.result()), done ? null : result.message());
        } catch (Refusal refused) {
            if (refused.code().equals(BUSY)) {
                throw refused;
            }
            runs.finished(turn, BulkRunItem.Result.REFUSED, refused.getMessage());
        } catch (NotPermitted refused) {
            runs.finished(turn, BulkRunItem.Result.REFUSED, refused.getMessage());
        } catch (Unavailable away) {
            throw away;
        } catch (RuntimeException fault) {
            // the job that makes it fail would be the next one again, and none behind it would ever have its turn
            faults.accept(fault);
            runs.finished(turn, BulkRunItem.Result.REFUSED, said(fault));
        }
    }

    private static String said(RuntimeException fault) {
        String message = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        String line = message.lines().findFirst().orElse(message);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    private ActionResult result(Turn turn) {
        BulkRunItem item = turn.item();
        String reason = turn.run().reason() == null ? "Run " + turn.run().id() : turn.run().reason();
        return switch (turn.run().action()) {
            case RETRY -> item.seen() == null ? actions.retry(item.key(), item.failedAt())
                    : actions.retry(item.key(), item.seen(), Act.person(reason), tx -> runs.done(tx, turn));
            case CANCEL -> item.seen() == null ? actions.cancel(item.key(), reason)
                    : actions.cancel(item.key(), item.seen(), Act.person(reason), tx -> runs.done(tx, turn));
            case DISCARD -> actions.discard(item.key(), item.failedAt(), reason);
        };
    }

    private void release(RunLease mine) {
        try {
            runs.release(mine);
        } catch (RuntimeException away) {
            // its lease runs out by itself
            faults.accept(away);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Stops after the jobs that are in hand; others go on with what is open. */
    @Override
    public void close() {
        closed.countDown();
        wake();
    }
}
