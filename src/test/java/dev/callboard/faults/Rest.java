package dev.callboard.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import dev.callboard.TestShop;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.stock.GateComparison;
import dev.callboard.stock.OrphanHolds;

/** Ends the trouble and the trade, and lets the shop's own duties bring everything to its end. */
final class Rest {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration UNPAID_LONG_ENOUGH = Duration.ofHours(2);

    private final FaultShop faults;
    private final Load load;
    private final TestShop truth;

    /** @param truth the shop without trouble in the way */
    Rest(FaultShop faults, Load load, TestShop truth) {
        this.faults = faults;
        this.load = load;
        this.truth = truth;
    }

    /** Comes back when nothing is left to do, or nothing will change any more. */
    void await() throws InterruptedException {
        faults.calm();
        load.end();
        faults.calm();
        if (holds(() -> load.untold() == 0)) {
            faults.servers.postgres.stepClock(UNPAID_LONG_ENOUGH);
            holds(this::isAtRest);
        }
    }

    private static boolean holds(java.util.concurrent.Callable<Boolean> condition) {
        try {
            Awaitility.await().atMost(LONGEST).pollInterval(500, TimeUnit.MILLISECONDS)
                    .ignoreExceptionsMatching(Rest::isWorthLookingAgain).until(condition);
            return true;
        } catch (ConditionTimeoutException judgedByTheVerdict) {
            return false;
        }
    }

    /** An order insert of somebody who was killed keeps its row until Postgres has noticed. */
    private static boolean isWorthLookingAgain(Throwable failure) {
        return failure instanceof Unavailable || failure instanceof Refusal no && no.code().equals("busy");
    }

    private boolean isAtRest() {
        load.tidyUp(20);
        // the sweep's twenty seconds of patience are for orders on their way; nobody reserves any more
        new OrphanHolds(truth.database, truth.gate).sweep(-1, 10_000);
        return isDry(truth);
    }

    /** Every order has ended, and nothing is left to be told to anybody. */
    static boolean isDry(TestShop truth) {
        return truth.number("""
                select count(*) from orders where state not in ('COMPLETED', 'CANCELLED', 'EXPIRED')""") == 0
                && truth.database.transaction(truth.outbox::open) == 0 && truth.queue.counts().isIdle()
                && new GateComparison(truth.database, truth.gate).differences().equals(Optional.of(Map.of()));
    }
}
