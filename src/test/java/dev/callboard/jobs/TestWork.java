package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** A worker for as long as there is work. */
final class TestWork {
    private TestWork() {}

    /** Works until nothing is left to do. */
    static JobWorker drained(TestQueue test, JobHandler handler) throws InterruptedException {
        try (JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w1"), handler)) {
            worker.start();
            assertThat(worker.awaitIdle(Duration.ofSeconds(15))).isTrue();
            return worker;
        }
    }

    /** Jobs locked under tokens of a worker of their own, which does nothing with them. */
    static List<HeldJob> fetched(TestQueue test, JobWorkerOptions options, int most) {
        return new WorkerTurns(test.queue, options).take(List.of(), most).fetched().jobs();
    }

    /** Puts a held job away; false when it was not ours any more. */
    static boolean settled(TestQueue test, HeldJob job, JobOutcome outcome) {
        return new WorkerTurns(test.queue, JobWorkerOptions.named("w")).take(List.of(new EndedJob(job, outcome)), 0)
                .codes().getFirst() == 0;
    }
}
