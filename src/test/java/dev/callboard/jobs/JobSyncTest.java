package dev.callboard.jobs;

import static dev.callboard.jobs.JobSyncResult.APPLIED;
import static dev.callboard.jobs.JobSyncResult.LATER;
import static dev.callboard.jobs.JobSyncResult.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job follows its owner's record: each round once, in whatever order and however often rounds arrive. */
@ExtendWith(RedisOfTests.class)
class JobSyncTest {
    private static final String ID = "order-a";
    private static final JobTarget RUN = new JobTarget.Run(
            NewJob.of("fulfill", ID, "{\"orderId\":\"a\"}", JobOptions.DEFAULT.withAttempts(5, null)));
    private static final JobTarget GONE = new JobTarget.Gone();
    private static final JobTarget FAILED = new JobTarget.Failed(new FailedState("fulfill", "{\"orderId\":\"a\"}",
            "{\"attempts\":5}", "no stock", "[\"trace\"]", 5, 1_700_000_000_000L));

    @Test
    @Tag("F01")
    void theFirstRoundAddsTheJob(TestQueue test) {
        assertThat(sync(test).apply(ID, 1, RUN)).isEqualTo(APPLIED);

        assertThat(test.list("wait")).containsExactly(ID);
        assertThat(test.hash(ID)).containsEntry("cbr", "1").containsEntry("name", "fulfill")
                .containsEntry("opts", "{\"attempts\":5,\"jobId\":\"order-a\"}").hasSize(7);
        assertThat(test.set("marker")).containsOnlyKeys("0");
        assertThat(test.events()).containsExactly("added jobId=order-a name=fulfill", "waiting jobId=order-a");
    }

    @Test
    @Tag("F01")
    @Tag("J8")
    void theSameRoundAgainOrAnOlderOneChangesNothing(TestQueue test) {
        sync(test).apply(ID, 2, RUN);
        test.forgetEvents();
        assertThat(sync(test).apply(ID, 2, RUN)).isEqualTo(NOTHING);
        assertThat(sync(test).apply(ID, 1, GONE)).isEqualTo(NOTHING);
        assertThat(sync(test).apply(ID, 2, FAILED)).isEqualTo(NOTHING);
        assertThat(test.list("wait")).containsExactly(ID);
        assertThat(test.events()).isEmpty();
    }

    @Test
    @Tag("A02")
    void aRetryLeavesTheFailedSetWithAllItsAttempts(TestQueue test) {
        test.failed(ID, "fulfill", "{}", "boom", 1000);
        test.put(ID, "defa", "stalled");
        test.put(ID, "priority", "3");

        assertThat(sync(test).apply(ID, 2, RUN)).isEqualTo(APPLIED);
        assertThat(test.set("failed")).isEmpty();
        assertThat(test.set("prioritized")).containsOnlyKeys(ID);
        assertThat(test.hash(ID)).doesNotContainKeys("atm", "failedReason", "finishedOn", "defa").containsEntry("cbr",
                "2");
        assertThat(test.events()).containsExactly("waiting jobId=order-a prev=failed");
    }

    @Test
    void aRunTakesTheJobOutOfWhereverItIs(TestQueue test) {
        test.failed(ID, "fulfill", "{}", "boom", 1000);
        for (String set : List.of("completed", "delayed", "prioritized")) {
            test.command("ZREM", test.key("failed"), ID);
            test.command("ZREM", test.key("completed"), ID);
            test.command("DEL", test.key("wait"));
            test.command("ZADD", test.key(set), "5", ID);
            long round = Long.parseLong(test.hash(ID).getOrDefault("cbr", "0")) + 1;
            assertThat(sync(test).apply(ID, round, RUN)).isEqualTo(APPLIED);
            assertThat(test.list("wait")).containsExactly(ID);
            assertThat(test.set(set)).isEmpty();
        }
        assertThat(sync(test).apply(ID, 9, RUN)).as("waiting already").isEqualTo(APPLIED);
        assertThat(test.list("wait")).containsExactly(ID);
    }

    @Test
    @Tag("J7")
    void whileAWorkerHasItEverythingIsLater(TestQueue test) {
        sync(test).apply(ID, 1, RUN);
        TestWork.fetched(test, JobWorkerOptions.named("w"), 1);
        Map<String, String> before = test.hash(ID);

        assertThat(sync(test).apply(ID, 2, RUN)).isEqualTo(LATER);
        assertThat(sync(test).apply(ID, 2, FAILED)).isEqualTo(LATER);
        assertThat(sync(test).apply(ID, 2, GONE)).isEqualTo(LATER);
        assertThat(sync(test).repair(ID, 1, RUN)).isEqualTo(LATER);
        assertThat(test.hash(ID)).isEqualTo(before);
        assertThat(test.list("active")).containsExactly(ID);
    }

    @Test
    void aJobWhoseWorkerIsGoneCanBeTakenAway(TestQueue test) {
        sync(test).apply(ID, 1, RUN);
        TestWork.fetched(test, JobWorkerOptions.named("w"), 1);
        test.command("DEL", test.key(ID + ":lock"));
        assertThat(sync(test).apply(ID, 2, GONE)).isEqualTo(APPLIED);
        assertThat(test.list("active")).isEmpty();
        assertThat(test.exists(ID)).isFalse();
    }

    @Test
    @Tag("A03")
    void aCancelLeavesNothingAndALateRunOfAnOlderRoundAddsNoGhost(TestQueue test) {
        test.failed(ID, "fulfill", "{}", "boom", 1000);
        test.command("RPUSH", test.key(ID + ":logs"), "line");

        assertThat(sync(test).apply(ID, 3, GONE)).isEqualTo(APPLIED);
        assertThat(test.exists(ID)).isFalse();
        assertThat(test.exists(ID + ":logs")).isFalse();
        assertThat(test.set("failed")).isEmpty();
        assertThat(test.events()).containsExactly("removed jobId=order-a prev=failed");

        assertThat(sync(test).apply(ID, 2, RUN)).isEqualTo(NOTHING);
        assertThat(sync(test).apply(ID, 3, GONE)).isEqualTo(NOTHING);
        assertThat(sync(test).repair(ID, 2, RUN)).isEqualTo(NOTHING);
        assertThat(test.queue.counts().isIdle()).isTrue();
        assertThat(test.queue.find(ID)).isEmpty();
    }

    @Test
    void anUndoneRetryLiesWhereItLay(TestQueue test) {
        sync(test).apply(ID, 2, RUN);
        test.forgetEvents();
        assertThat(sync(test).apply(ID, 3, FAILED)).isEqualTo(APPLIED);

        assertThat(test.list("wait")).isEmpty();
        assertThat(test.set("failed")).containsExactly(Map.entry(ID, 1_700_000_000_000.0));
        assertThat(test.hash(ID)).containsEntry("failedReason", "no stock").containsEntry("stacktrace", "[\"trace\"]")
                .containsEntry("atm", "5").containsEntry("finishedOn", "1700000000000").containsEntry("cbr", "3");
        assertThat(test.events()).containsExactly("failed jobId=order-a failedReason=no stock prev=waiting");
        assertThat(sync(test).apply(ID, 2, RUN)).as("the retry, overtaken by its undo").isEqualTo(NOTHING);
    }

    @Test
    @Tag("A01")
    void aFailedJobThatRedisLostIsLaidBackFromItsEvidence(TestQueue test) {
        assertThat(sync(test).repair(ID, 2, FAILED)).isEqualTo(APPLIED);
        JobSnapshot job = test.queue.find(ID).orElseThrow();
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.data()).isEqualTo("{\"orderId\":\"a\"}");
        assertThat(job.round()).isEqualTo(2);
        assertThat(sync(test).repair(ID, 2, FAILED)).isEqualTo(NOTHING);
    }

    @Test
    void aRepairRunsAgainWhatIsMissingOrCompletedButNotWhatFailedInThisRound(TestQueue test) {
        assertThat(sync(test).repair(ID, 2, RUN)).isEqualTo(APPLIED);
        assertThat(sync(test).repair(ID, 2, RUN)).as("it waits").isEqualTo(NOTHING);

        test.command("DEL", test.key("wait"));
        test.command("ZADD", test.key("completed"), "5", ID);
        assertThat(sync(test).repair(ID, 2, RUN)).isEqualTo(APPLIED);
        assertThat(test.set("completed")).isEmpty();
        assertThat(test.list("wait")).containsExactly(ID);

        test.command("DEL", test.key("wait"));
        assertThat(sync(test).repair(ID, 2, RUN)).as("in no list").isEqualTo(APPLIED);

        test.command("DEL", test.key("wait"));
        test.command("ZADD", test.key("failed"), "5", ID);
        assertThat(sync(test).repair(ID, 2, RUN)).isEqualTo(NOTHING);
        assertThat(sync(test).repair(ID, 3, RUN)).as("failed in an older round").isEqualTo(APPLIED);
    }

    @Test
    void aRepairAddsALostJobOnceThoughItsIdStillWaits(TestQueue test) {
        sync(test).apply(ID, 1, RUN);
        test.command("DEL", test.key(ID));
        assertThat(sync(test).repair(ID, 1, RUN)).isEqualTo(APPLIED);
        assertThat(test.list("wait")).containsExactly(ID);
        assertThat(test.hash(ID)).containsEntry("name", "fulfill");
    }

    @Test
    void aFailedJobOfADoneOrderCountsAsCompleted(TestQueue test) {
        test.failed(ID, "fulfill", "{}", "boom", 1000);
        assertThat(sync(test).repair(ID, 1, new JobTarget.Completed("order is COMPLETED"))).isEqualTo(APPLIED);
        assertThat(test.set("failed")).isEmpty();
        assertThat(test.set("completed")).containsOnlyKeys(ID);
        assertThat(test.hash(ID)).containsEntry("returnvalue", "\"order is COMPLETED\"")
                .doesNotContainKey("failedReason");
        assertThat(sync(test).repair(ID, 1, new JobTarget.Completed("again"))).isEqualTo(NOTHING);
    }

    @Test
    void aWorkerThatPoppedAnIdWithoutAHashDoesNotKeepTheJobBroken(TestQueue test) {
        test.put(ID, "processedOn", "5");
        test.put(ID, "ats", "1");
        test.command("ZADD", test.key("completed"), "5", ID);
        assertThat(sync(test).apply(ID, 1, RUN)).isEqualTo(APPLIED);
        assertThat(test.hash(ID)).containsEntry("name", "fulfill").containsEntry("data", "{\"orderId\":\"a\"}");
    }

    @Test
    void theRoundOfAGoneJobIsForgottenAfterAWeek(TestQueue test) {
        sync(test).apply(ID, 3, GONE);
        assertThat(test.redis.client().getBucket(test.key(ID + ":cbr")).remainTimeToLive())
                .isBetween(Duration.ofDays(7).minusMinutes(1).toMillis(), Duration.ofDays(7).toMillis());
        assertThat(sync(test).apply(ID, 4, RUN)).isEqualTo(APPLIED);
        assertThat(test.exists(ID + ":cbr")).isFalse();
    }

    private static JobSync sync(TestQueue test) {
        return new JobSync(test.queue);
    }
}
