package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.jobs.JobOptions;
import dev.callboard.jobs.JobOutcome;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.jobs.NewJob;
import dev.callboard.orders.Order;
import dev.callboard.stock.StockLine;

class LostJobsTest {
    private final TestShop shop = new TestShop();

    @AfterEach
    void close() {
        shop.close();
    }

    /** As many failed jobs of others as orders that failed: counting would tell nothing. */
    @Test
    @Tag("A01")
    void anotherProgramsFailedJobsHideNoLostOne() throws Exception {
        shop.receive("BULB", 9);
        UUID kept = shop.failedAfterShipping("ada", new StockLine("BULB", 1));
        UUID lost = shop.failedAfterShipping("bea", new StockLine("BULB", 1));
        shop.queue.remove(Order.jobId(lost));
        try (JobWorker stranger = new JobWorker(shop.queue, JobWorkerOptions.named("stranger"),
                job -> new JobOutcome.FailedForGood("not mine", null))) {
            stranger.start();
            shop.queue.add(NewJob.of("report", "report-1", "{}", JobOptions.DEFAULT));
            shop.queue.add(NewJob.of("report", "report-2", "{}", JobOptions.DEFAULT));
            org.awaitility.Awaitility.await().until(() -> shop.queue.counts().failed() == 3);
        }

        List<FailedJob> shown = shop.cases.list(TestShop.QUEUE, JobState.FAILED, null, 50, null).jobs();

        assertThat(shown).extracting(FailedJob::id).containsExactlyInAnyOrder(Order.jobId(kept), Order.jobId(lost),
                "report-1", "report-2");
        assertThat(shown).filteredOn(FailedJob::lost).extracting(FailedJob::id).containsExactly(Order.jobId(lost));
        assertThat(shop.cases.freeze(TestShop.QUEUE, "bulb")).isEmpty();
    }
}
