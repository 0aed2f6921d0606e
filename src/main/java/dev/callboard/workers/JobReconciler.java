package dev.callboard.workers;

import java.time.Duration;

import dev.callboard.orders.JobRepair;
import dev.callboard.refusals.OneByOne;

/** Each minute brings orders and jobs together again where a crash, a flush or another tool parted them. */
public final class JobReconciler implements Duty {
    private static final int FAILED_AT_ONCE = 1_000;

    private final JobRepair repair;
    private final FinalFailures failures;

    public JobReconciler(JobRepair repair, FinalFailures failures) {
        this.repair = repair;
        this.failures = failures;
    }

    @Override
    public String name() {
        return "job reconciler";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean runOnce() {
        repair.putBackLost();
        OneByOne.count(repair.failedOutside(), failures::failedOutside);
        repair.settleFinished(FAILED_AT_ONCE);
        repair.layBackFailed();
        return false;
    }
}
