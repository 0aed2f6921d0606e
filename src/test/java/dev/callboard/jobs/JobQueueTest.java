package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.refusals.Refusal;

/** What adding leaves in Redis: keys, scores, markers and events as BullMQ leaves them. */
@ExtendWith(RedisOfTests.class)
class JobQueueTest {

    @Test
    void aJobWaitsAtTheHeadAndSaysSo(TestQueue test) {
        long before = System.currentTimeMillis();
        String id = test.queue.add(new NewJob("paint", null, "{\"color\":\"blue\"}",
                JobOptions.DEFAULT.withAttempts(3, Backoff.exponential(Duration.ofSeconds(1))), Map.of("cbr", "4")));
        String second = test.queue.add(TestQueue.job("{}"));

        assertThat(List.of(id, second)).containsExactly("1", "2");
        assertThat(test.list("wait")).containsExactly("2", "1");
        assertThat(test.hash("1")).containsEntry("name", "paint").containsEntry("data", "{\"color\":\"blue\"}")
                .containsEntry("opts", "{\"attempts\":3,\"backoff\":{\"type\":\"exponential\",\"delay\":1000}}")
                .containsEntry("delay", "0").containsEntry("priority", "0").containsEntry("cbr", "4").hasSize(7);
        assertThat(Long.parseLong(test.hash("1").get("timestamp"))).isBetween(before - 50,
                System.currentTimeMillis() + 50);
        assertThat(test.set("marker")).containsExactly(Map.entry("0", 0.0));
        assertThat(test.text("id")).isEqualTo("2");
        assertThat(test.hash("meta")).containsEntry("opts.maxLenEvents", "10000");
        assertThat(test.events()).containsExactly("added jobId=1 name=paint", "waiting jobId=1",
                "added jobId=2 name=paint", "waiting jobId=2");
    }

    @Test
    void aNumberThatIsTakenIsPassedOver(TestQueue test) {
        test.put("2", "name", "from before the counter was lost");
        test.put("3", "name", "as well");
        List<String> ids = test.queue.addAll(List.of(TestQueue.job("{}"), TestQueue.job("{}"), TestQueue.job("{}")));
        assertThat(ids).containsExactly("1", "4", "5");
        assertThat(test.list("wait")).containsExactly("5", "4", "1");
        assertThat(test.events()).noneMatch(event -> event.startsWith("duplicated"));
        assertThat(test.text("id")).isEqualTo("5");
    }

    @Test
    void theDataIsKeptByteForByte(TestQueue test) {
        String data = "{ \"b\" : 1.50,\n\t\"a\":\"ü\\u00fc/\" }";
        assertThat(test.hash(test.queue.add(TestQueue.job(data)))).containsEntry("data", data);
    }

    @Test
    void aDelayedJobStandsByItsDueTimeAndSetsTheAlarm(TestQueue test) {
        long before = System.currentTimeMillis();
        List<String> ids = test.queue.addAll(List.of(delayed(60), delayed(60), delayed(30)));

        Map<String, Double> scores = test.set("delayed");
        assertThat(scores.keySet()).containsExactly(ids.get(2), ids.get(0), ids.get(1));
        double first = scores.get(ids.get(0));
        assertThat((long) (first / 4096)).isBetween(before + 59_950, System.currentTimeMillis() + 60_050);
        assertThat(first % 4096).isZero();
        assertThat(scores.get(ids.get(1))).as("due in the same ms, in order").isEqualTo(first + 1);
        assertThat(test.set("marker")).containsOnlyKeys("1").containsEntry("1",
                Math.floor(scores.get(ids.get(2)) / 4096));
        assertThat(test.hash(ids.get(2))).containsEntry("delay", "30000");
        assertThat(test.events()).endsWith("added jobId=3 name=paint", "delayed jobId=3");
    }

    private static NewJob delayed(int seconds) {
        return NewJob.of("paint", null, "{}", JobOptions.DEFAULT.withDelay(Duration.ofSeconds(seconds)));
    }

    @Test
    void aPrioritizedJobStandsByPriorityThenArrival(TestQueue test) {
        test.queue.addAll(List.of(prioritized(7), prioritized(2), prioritized(7)));

        assertThat(test.set("prioritized")).containsExactly(Map.entry("2", 2 * 4294967296.0 + 2),
                Map.entry("1", 30064771073.0), Map.entry("3", 30064771075.0));
        assertThat(test.text("pc")).isEqualTo("3");
        assertThat(test.list("wait")).isEmpty();
        assertThat(test.events()).endsWith("added jobId=3 name=paint", "waiting jobId=3");
    }

    private static NewJob prioritized(int priority) {
        return NewJob.of("paint", null, "{}", JobOptions.DEFAULT.withPriority(priority));
    }

    @Test
    void aLifoJobIsNext(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        test.queue.add(NewJob.of("paint", null, "{}", JobOptions.DEFAULT.asLifo()));
        assertThat(test.list("wait")).containsExactly("1", "2");
    }

    @Test
    @Tag("F01")
    void theSameIdAgainChangesNothing(TestQueue test) {
        NewJob job = NewJob.of("paint", "order-a", "{\"n\":1}", JobOptions.DEFAULT);
        test.queue.add(job);
        Map<String, String> stored = test.hash("order-a");
        test.forgetEvents();

        assertThat(test.queue.add(NewJob.of("other", "order-a", "{\"n\":2}", JobOptions.DEFAULT))).isEqualTo("order-a");
        assertThat(test.hash("order-a")).isEqualTo(stored);
        assertThat(test.list("wait")).containsExactly("order-a");
        assertThat(test.text("id")).as("counts attempts to add").isEqualTo("2");
        assertThat(test.events()).containsExactly("duplicated jobId=order-a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta", "wait", "paused", "id", "events", "17", "-3", "0:1", "a:b", "", " ", "repeat",
        "metrics:completed:data", "de:a:b", "0"})
    void anIdThatWouldBeSwallowedIsRefused(String id) {
        assertThatThrownBy(() -> JobIds.check(id)).isInstanceOf(Refusal.class);
    }

    @Test
    void dataThatIsNotJsonIsRefused(TestQueue test) {
        for (String data : List.of("", "{", "hello", "{} {}", "{\"a\":}")) {
            assertThatThrownBy(() -> test.queue.add(TestQueue.job(data))).isInstanceOf(Refusal.class);
        }
        assertThat(test.queue.exists()).isFalse();
    }

    @Test
    void aPausedQueueTakesJobsButWakesNobody(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        test.queue.pause();
        test.queue.add(TestQueue.job("{}"));

        assertThat(test.queue.isPaused()).isTrue();
        assertThat(test.exists("marker")).isFalse();
        assertThat(test.list("wait")).containsExactly("2", "1");
        test.forgetEvents();
        test.queue.resume();
        assertThat(test.queue.isPaused()).isFalse();
        assertThat(test.set("marker")).containsOnlyKeys("0");
        assertThat(test.events()).containsExactly("resumed");
    }

    @Test
    void resumingBringsHomeWhatBullmq5PutAside(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        test.queue.pause();
        List<String> aside = new ArrayList<>();
        for (int number = 0; number < 2500; number++) {
            aside.add("p" + number);
        }
        test.redis.client().<String>getList(test.key("paused"), org.redisson.client.codec.StringCodec.INSTANCE)
                .addAll(aside);
        assertThat(test.queue.counts().waiting()).isEqualTo(2501);

        test.queue.resume();
        List<String> expected = new ArrayList<>(List.of("1"));
        expected.addAll(aside);
        assertThat(test.list("wait")).isEqualTo(expected);
        assertThat(test.exists("paused")).isFalse();
        assertThat(test.events()).containsOnlyOnce("resumed");
    }

    @Test
    void manyAreAddedInOrder(TestQueue test) {
        List<NewJob> jobs = new ArrayList<>();
        for (int number = 0; number < 1234; number++) {
            jobs.add(TestQueue.job("{\"n\":" + number + "}"));
        }
        List<String> ids = test.queue.addAll(jobs);
        assertThat(ids).hasSize(1234).startsWith("1", "2").endsWith("1234");
        assertThat(test.hash("1234")).containsEntry("data", "{\"n\":1233}");
        assertThat(test.queue.counts()).isEqualTo(new JobCounts(1234, 0, 0, 0, 0, 0, 0));
    }
}
