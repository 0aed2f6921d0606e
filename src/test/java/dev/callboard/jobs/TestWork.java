package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

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
}
