package dev.callboard.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.callboard.jobs.JobHandler;
import dev.callboard.jobs.JobOptions;
import dev.callboard.jobs.JobOutcome;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.jobs.NewJob;
import dev.callboard.triage.BulkAction;
import dev.callboard.triage.BulkRun;
import dev.callboard.triage.BulkRunner;
import dev.callboard.triage.BulkRuns;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobCases;
import dev.callboard.triage.JobKey;
import dev.callboard.triage.RunLease;
import dev.callboard.triage.RunPace;

/** What fails in other people's queues on the made-up Friday, and the bulk action that is half through with it. */
public final class FixtureFailures {
    private static final String INVOICES = "invoice-mail";
    private static final String STOCK = "stock-sync";
    private static final String LABELS = "Label API: no answer in 30 s";
    private static final String INVOICE_USED = "Invoice number already used";
    private static final Instant LABELS_BEGAN = FixtureDay.momentOf("10:41:00");
    private static final Instant INVOICES_BEGAN = FixtureDay.momentOf("09:12:00").minus(Duration.ofDays(4));
    private static final int WAITING_FOR_STOCK = 41;
    private static final int WAITING_INVOICES = 2;
    private static final int LATER = 3;
    private static final int ATTEMPTS = 3;
    private static final int NOT_IN_THE_RUN = 2;
    private static final int FINISHED = 86;
    private static final RunPace PACE = new RunPace(20, Duration.ofSeconds(2));
    private static final List<Integer> MOVED = List.of(31, 44, 52, 60, 71);

    private final Function<String, JobQueue> queues;
    private final String fulfilment;
    private final List<Kind> kinds;

    private record Kind(String queue, String error, int count, Instant first, String last) {
        Instant at(int index) {
            Instant end = FixtureDay.momentOf(last);
            return count == 1 ? end
                    : end.minus(Duration.between(first, end).multipliedBy(index).dividedBy(count - 1));
        }
    }

    private record Fate(String error, Instant at) {}

    /**
     * @param queues finds the queue of that name
     * @param fulfilment the name of the queue of the shop's orders; other programs put jobs there as well
     */
    public FixtureFailures(Function<String, JobQueue> queues, String fulfilment) {
        this.queues = queues;
        this.fulfilment = fulfilment;
        Instant days = FixtureDay.momentOf("10:05:00").minus(Duration.ofDays(3));
        Instant evening = FixtureDay.momentOf("22:10:00").minus(Duration.ofDays(1));
        this.kinds = List.of(new Kind(fulfilment, LABELS, 144, LABELS_BEGAN, "13:07:00"),
                new Kind(INVOICES, INVOICE_USED, 10, INVOICES_BEGAN, "13:58:00"),
                new Kind(fulfilment, INVOICE_USED, 4, FixtureDay.momentOf("04:20:00"), "13:12:00"),
                new Kind(fulfilment, "Hold not found at inventory", 6, days, "14:01:00"),
                new Kind(fulfilment, "Job data is not JSON", 3, evening, "12:40:00"),
                new Kind(STOCK, "Job data is not JSON", 1, evening, "12:31:00"));
    }

    /** The first line of the commonest error, which a run acts on. */
    public static String commonest() {
        return LABELS;
    }

    /** Fails the jobs of those queues, each at its time, and leaves others waiting. */
    public void fail() throws InterruptedException {
        for (String name : List.of(fulfilment, INVOICES, STOCK)) {
            JobQueue queue = queues.apply(name);
            Map<String, Fate> fates = new HashMap<>();
            kinds.stream().filter(kind -> kind.queue().equals(name)).forEach(kind -> add(queue, kind, fates));
            CountDownLatch put = new CountDownLatch(fates.size() * (ATTEMPTS + 1));
            JobHandler handler = job -> fail(job.attemptsMade(), fates.get(job.id()));
            try (JobWorker worker = new JobWorker(queue, JobWorkerOptions.named("pictures"), handler,
                    put::countDown)) {
                worker.start();
                put.await();
            }
        }
        queues.apply(INVOICES).addAll(jobs(INVOICES, WAITING_INVOICES));
        queues.apply(STOCK).addAll(jobs(STOCK, WAITING_FOR_STOCK));
        queues.apply(fulfilment).addAll(IntStream.range(0, LATER).mapToObj(job -> NewJob.of("label", null, "{}",
                JobOptions.DEFAULT.withDelay(Duration.ofHours(2)))).toList());
    }

    private static JobOutcome fail(int attempts, Fate fate) {
        String stack = "Error: " + fate.error() + "\n    at process (/app/worker.js:41:11)";
        return attempts < ATTEMPTS ? new JobOutcome.Retry("Error: " + fate.error(), stack, Duration.ZERO)
                : new JobOutcome.Refailed(fate.error(), null, fate.at().toEpochMilli());
    }

    private static void add(JobQueue queue, Kind kind, Map<String, Fate> fates) {
        List<String> ids = queue.addAll(jobs(kind.queue(), kind.count()));
        for (int index = 0; index < ids.size(); index++) {
            fates.put(ids.get(index), new Fate(kind.error(), kind.at(index)));
        }
    }

    private static List<NewJob> jobs(String queue, int count) {
        List<NewJob> jobs = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            jobs.add(NewJob.of(queue, null, "{\"parcel\":" + (7_000 + index) + "}",
                    JobOptions.DEFAULT.withAttempts(ATTEMPTS, null)));
        }
        return jobs;
    }

    /**
     * Retries them in a run that has come further than the first few, and not to its end.
     *
     * @param colleague has retried some of them meanwhile
     */
    public void retryInRun(JobCases cases, BulkRuns runs, BulkRunner runner, JobActions colleague) {
        List<FailedJob> jobs = cases.freeze(fulfilment, LABELS).stream().skip(NOT_IN_THE_RUN).toList();
        BulkRun run = runs.start(BulkAction.RETRY, jobs, "Label API: no answer", null, PACE);
        MOVED.forEach(index -> colleague.retry(new JobKey(fulfilment, jobs.get(index).id())));
        RunLease lease = runner.claim().orElseThrow();
        for (int job = 0; job < FINISHED; job++) {
            if (runner.turn(lease).isEmpty()) {
                runs.resume(run.id());
                lease = runner.claim().orElseThrow();
                runner.turn(lease);
            }
        }
    }
}
