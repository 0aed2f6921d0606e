package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.callboard.refusals.Refusal;

/** Emptying queues, changing single jobs, listening. */
@ExtendWith(RedisOfTests.class)
class JobClearingTest {

    @Test
    void drainingTakesAllThatWaitsButNotThePresentJobOfASchedule(TestQueue test) {
        List<NewJob> jobs = new ArrayList<>();
        for (int number = 0; number < 350; number++) {
            jobs.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.withPriority(number % 3)));
        }
        test.queue.addAll(jobs);
        test.queue.add(NewJob.of("later", null, "{}", JobOptions.DEFAULT.withDelay(Duration.ofHours(1))));
        test.put("repeat:s:5000", "rjk", "s");
        test.command("ZADD", test.key("repeat"), "5000", "s");
        test.command("RPUSH", test.key("wait"), "repeat:s:5000");
        test.command("RPUSH", test.key("paused"), "1");
        test.forgetEvents();

        assertThat(test.queue.drain(false)).isGreaterThanOrEqualTo(350);
        assertThat(test.list("wait")).containsExactly("repeat:s:5000");
        assertThat(test.queue.counts()).isEqualTo(new JobCounts(1, 0, 1, 0, 0, 0, 0));
        assertThat(test.events()).isEmpty();
        assertThat(test.queue.drain(true)).isEqualTo(1);
        assertThat(test.exists("351")).isFalse();
    }

    @Test
    void cleaningTakesTheOldOnesAndSaysHowMany(TestQueue test) {
        long now = System.currentTimeMillis();
        for (int number = 0; number < 250; number++) {
            test.failed("f" + number, "x", "{}", "boom", now - number * 60_000L);
        }
        assertThat(test.queue.clean(JobState.FAILED, Duration.ofSeconds(90), 3)).containsExactly("f249", "f248",
                "f247");
        assertThat(test.queue.clean(JobState.FAILED, Duration.ofSeconds(90), 10_000)).hasSize(245);
        assertThat(test.set("failed")).containsOnlyKeys("f0", "f1");
        assertThat(test.exists("f2")).isFalse();
        assertThat(test.events()).startsWith("cleaned count=3").allMatch(event -> event.startsWith("cleaned count="));
    }

    @Test
    void cleaningActiveJobsLeavesThoseThatSomebodyHolds(TestQueue test) {
        test.queue.addAll(List.of(TestQueue.job("{}"), TestQueue.job("{}")));
        TestWork.fetched(test, JobWorkerOptions.named("w"), 2);
        test.command("DEL", test.key("1:lock"));
        assertThat(test.queue.clean(JobState.ACTIVE, Duration.ZERO, 10)).containsExactly("1");
        assertThat(test.list("active")).containsExactly("2");
    }

    @Test
    void aStreamThatIsNoneIsRefusedAndNobodyStaysConnected(TestQueue test) {
        test.command("SET", test.key("events"), "of another program");
        assertThatThrownBy(() -> test.queue.events(event -> {})).hasMessageContaining("WRONGTYPE");
        String listener = test.queue.keys().listenerConnection();
        await().untilAsserted(() -> assertThat(new WorkerPresence(test.redis).namesByServer().orElseThrow().getFirst())
                .doesNotContain(listener));
    }

    @Test
    void aJobGetsAnotherPriority(TestQueue test) {
        test.queue.addAll(List.of(TestQueue.job("{}"), TestQueue.job("{}")));
        assertThat(test.queue.changePriority("1", 5, false)).isEqualTo(JobActionResult.DONE);
        assertThat(test.list("wait")).containsExactly("2");
        assertThat(test.set("prioritized")).containsExactly(Map.entry("1", 5 * 4294967296.0 + 1));
        assertThat(test.hash("1")).containsEntry("priority", "5");
        assertThat(test.queue.changePriority("2", 5, true)).isEqualTo(JobActionResult.DONE);
        assertThat(test.set("prioritized").keySet()).containsExactly("2", "1");
        assertThat(test.queue.changePriority("2", 0, false)).isEqualTo(JobActionResult.DONE);
        assertThat(test.list("wait")).containsExactly("2");
        assertThat(test.hash("2")).containsEntry("priority", "0");
        assertThat(test.queue.changePriority("nobody", 1, false)).isEqualTo(JobActionResult.GONE);
    }

    @Test
    void aJobGetsAnotherDelay(TestQueue test) {
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.withDelay(Duration.ofHours(1))));
        assertThat(test.queue.changeDelay("1", Duration.ofMinutes(1))).isEqualTo(JobActionResult.DONE);
        long due = (long) (test.set("delayed").get("1") / 4096);
        assertThat(due).isBetween(System.currentTimeMillis() + 55_000, System.currentTimeMillis() + 65_000);
        assertThat(test.set("marker")).containsEntry("1", (double) due);
        assertThat(test.hash("1")).containsEntry("delay", "60000");
        test.queue.promote("1");
        assertThat(test.queue.changeDelay("1", Duration.ofMinutes(1))).isEqualTo(JobActionResult.MOVED);
    }

    @Test
    void aJobGetsOtherDataWhichMustBeJson(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        assertThat(test.queue.editData("1", "{\"a\":2}")).isEqualTo(JobActionResult.DONE);
        assertThat(test.hash("1")).containsEntry("data", "{\"a\":2}");
        assertThatThrownBy(() -> test.queue.editData("1", "{")).isInstanceOf(Refusal.class);
        assertThat(test.queue.editData("nobody", "{}")).isEqualTo(JobActionResult.GONE);
        assertThat(test.exists("nobody")).isFalse();
    }

    @Test
    void aListenerHearsWhatHappensFromNowOnAndInOrder(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        List<String> heard = new CopyOnWriteArrayList<>();
        try (JobEvents events = test.queue.events(event -> heard.add(event.kind() + " " + event.jobId()))) {
            test.queue.add(TestQueue.job("{}"));
            test.queue.pause();
            await().until(() -> heard.size() == 3);
        }
        assertThat(heard).containsExactly("added 2", "waiting 2", "paused null");
    }
}
