package dev.callboard.workers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.jobs.ActiveJob;
import dev.callboard.jobs.JobHandler;
import dev.callboard.jobs.JobOutcome;
import dev.callboard.orders.Fulfilment;
import dev.callboard.orders.Fulfilment.Superseded;
import dev.callboard.orders.Fulfilment.TakenOver;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.StepFault;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

/**
 * Fulfils the order of a job (protocol, rules 18 to 21): takes the order over, tries each step that is not done, and
 * says in Postgres how it ended before the job says it in Redis.
 */
public final class FulfilmentHandler implements JobHandler {
    private static final Duration WHILE_POSTGRES_IS_AWAY = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(FulfilmentHandler.class);

    private final Fulfilment fulfilment;
    private final List<StepWork> steps;
    private final FulfilmentPolicy policy;
    private final FinalFailures failures;
    private final Settlement settlement;
    private final WorkerWatch watch;

    /** A worker of this process. */
    public FulfilmentHandler(Fulfilment fulfilment, List<StepWork> steps, FulfilmentPolicy policy,
            FinalFailures failures, Settlement settlement) {
        this(fulfilment, steps, policy, failures, settlement, WorkerWatch.ofThisProcess());
    }

    /** @param watch whose failures these are, and what they are timed by */
    public FulfilmentHandler(Fulfilment fulfilment, List<StepWork> steps, FulfilmentPolicy policy,
            FinalFailures failures, Settlement settlement, WorkerWatch watch) {
        this.watch = watch;
        this.fulfilment = fulfilment;
        this.steps = List.copyOf(steps);
        this.policy = policy;
        this.failures = failures;
        this.settlement = settlement;
    }

    @Override
    public JobOutcome handle(ActiveJob job) {
        return forItsOrder(job, order -> fulfil(job, order));
    }

    @Override
    public JobOutcome unrun(ActiveJob job) {
        return forItsOrder(job, order -> fail(job, order, job.deferredFailure(), null));
    }

    @Override
    public JobOutcome threw(ActiveJob job, String error, String stack) {
        int attempts = job.attemptsMade() + 1;
        return attempts < mostAttempts(job)
                ? new JobOutcome.Retry(error, stack, policy.pauseAfter(attempts))
                : forItsOrder(job, order -> fail(job, order, error, stack));
    }

    private JobOutcome forItsOrder(ActiveJob job, Function<UUID, JobOutcome> work) {
        UUID order = FulfilmentJob.orderOf(job.id());
        if (order == null) {
            return new JobOutcome.FailedForGood("This job names no order", null);
        }
        try {
            return work.apply(order);
        } catch (Superseded moved) {
            return settled(order);
        } catch (Unavailable away) {
            return giveBack(away);
        } catch (Refusal busy) {
            return giveBack(busy);
        }
    }

    private int mostAttempts(ActiveJob job) {
        return policy.attempts() == null ? job.maxAttempts() : policy.attempts();
    }

    private JobOutcome fulfil(ActiveJob job, UUID order) {
        Optional<TakenOver> taken = fulfilment.takeOver(order);
        if (taken.isEmpty()) {
            return settlement.of(order);
        }
        TakenOver mine = taken.get();
        List<StepFailure> failed = new ArrayList<>();
        for (StepWork step : steps) {
            if (!mine.done().contains(step.name())) {
                attempt(step, mine).ifPresent(failed::add);
            }
        }
        if (failed.isEmpty()) {
            fulfilment.complete(mine);
            return new JobOutcome.Completed("{\"order\":" + mine.order().number() + "}");
        }
        return afterFailure(job, mine, failed.getFirst());
    }

    private record StepFailure(String error, String stack) {}

    private Optional<StepFailure> attempt(StepWork step, TakenOver mine) {
        long began = watch.nanos().getAsLong();
        try {
            step.run(mine);
            return Optional.empty();
        } catch (Superseded moved) {
            throw moved;
        } catch (RuntimeException failure) {
            if (isPostgresInTheWay(failure)) {
                throw failure;
            }
            String error = step.name() + ": " + failure.getMessage();
            LOG.info("order {}, step {}: {}", mine.order().number(), step.name(), failure.getMessage());
            fulfilment.stepFailed(mine, new StepFault(step.name(), error,
                    Duration.ofNanos(watch.nanos().getAsLong() - began), watch.worker()));
            return Optional.of(new StepFailure(error, StackTraces.of(failure)));
        }
    }

    /** Away, or a row held by somebody else for too long: no fault of this job, and no attempt of it. */
    private static boolean isPostgresInTheWay(RuntimeException failure) {
        return failure instanceof Unavailable away && away.service() == Unavailable.Service.POSTGRES
                || failure instanceof Refusal refusal && refusal.code().equals("busy");
    }

    private JobOutcome afterFailure(ActiveJob job, TakenOver mine, StepFailure failure) {
        int attempts = job.attemptsMade() + 1;
        if (attempts < mostAttempts(job)) {
            return new JobOutcome.Retry(failure.error(), failure.stack(), policy.pauseAfter(attempts));
        }
        failures.fail(job, mine, failure.error(), failure.stack());
        LOG.warn("order {} failed for good after {} attempts: {}", mine.order().number(), attempts, failure.error());
        return new JobOutcome.FailedForGood(failure.error(), failure.stack());
    }

    private JobOutcome fail(ActiveJob job, UUID order, String error, String stack) {
        return failures.failWithoutRunning(job, order, error)
                ? new JobOutcome.FailedForGood(error, stack)
                : settlement.of(order);
    }

    private JobOutcome settled(UUID order) {
        try {
            return settlement.of(order);
        } catch (Unavailable away) {
            return giveBack(away);
        }
    }

    /** An attempt that failed because Postgres was away is not counted. */
    private static JobOutcome giveBack(RuntimeException away) {
        LOG.warn("the job goes back uncounted: {}", away.getMessage());
        return new JobOutcome.GiveBack(WHILE_POSTGRES_IS_AWAY);
    }
}
