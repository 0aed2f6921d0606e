package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redisson.api.redisnode.RedisNode;
import org.redisson.api.redisnode.RedisNodes;

/** What a person does to jobs, also when two do it at once. */
@ExtendWith(RedisOfTests.class)
class JobAdministrationTest {

    @Test
    @Tag("A02")
    void aRetriedJobWaitsAgainWithAllItsAttempts(TestQueue test) {
        test.failed("a", "mail", "{}", "boom", 1000);

        assertThat(test.queue.retry("a")).isEqualTo(JobActionResult.DONE);
        assertThat(test.set("failed")).isEmpty();
        assertThat(test.list("wait")).containsExactly("a");
        assertThat(test.hash("a")).doesNotContainKeys("atm", "failedReason", "finishedOn", "processedOn")
                .containsEntry("stacktrace", "[\"Error: boom\"]").containsEntry("ats", "1");
        assertThat(test.set("marker")).containsOnlyKeys("0");
        assertThat(test.events()).containsExactly("waiting jobId=a prev=failed");
        assertThat(test.queue.retry("a")).isEqualTo(JobActionResult.MOVED);
        assertThat(test.queue.retry("nobody")).isEqualTo(JobActionResult.GONE);
    }

    @Test
    @Tag("A02")
    void aRetryHonoursPriorityAndLifo(TestQueue test) {
        test.failed("p", "mail", "{}", "boom", 1000);
        test.put("p", "priority", "9");
        test.failed("l", "mail", "{}", "boom", 1000);
        test.put("l", "opts", "{\"attempts\":1,\"lifo\":true}");
        test.queue.add(TestQueue.job("{}"));

        test.queue.retryAll(List.of("p", "l"));
        assertThat(test.set("prioritized")).containsExactly(Map.entry("p", 9 * 4294967296.0 + 1));
        assertThat(test.list("wait")).containsExactly("1", "l");
    }

    @Test
    void aRetriedChildIsAwaitedByItsParentAgain(TestQueue test) {
        test.failed("child", "mail", "{}", "boom", 1000);
        test.put("child", "parentKey", test.key("parent"));
        test.put("parent", "name", "all");
        test.command("ZADD", test.key("parent:unsuccessful"), "5", test.key("child"));
        test.queue.retry("child");
        assertThat(test.set("parent:unsuccessful")).isEmpty();
        assertThat(test.redis.client().<String>getSet(test.key("parent:dependencies"),
                org.redisson.client.codec.StringCodec.INSTANCE).readAll()).containsExactly(test.key("child"));
    }

    @Test
    @Tag("A09")
    void anIdWithoutAHashIsNoJobToRetryButCanBeRemoved(TestQueue test) {
        test.command("ZADD", test.key("failed"), "5", "ghost");
        assertThat(test.queue.retry("ghost")).isEqualTo(JobActionResult.GONE);
        assertThat(test.set("failed")).containsOnlyKeys("ghost");
        assertThat(test.queue.remove("ghost")).isEqualTo(JobActionResult.DONE);
        assertThat(test.set("failed")).isEmpty();
        assertThat(test.queue.remove("ghost")).isEqualTo(JobActionResult.GONE);
    }

    @Test
    void removingTakesEverythingOfTheJob(TestQueue test) {
        for (String state : List.of("wait", "prioritized", "delayed", "completed", "failed")) {
            String id = "in-" + state;
            test.put(id, "name", "x");
            test.put(id, "deid", "d");
            test.command("SET", test.key("de:d"), id);
            test.command("RPUSH", test.key(id + ":logs"), "line");
            test.command(state.equals("wait") ? "LPUSH" : "ZADD", test.key(state), state.equals("wait") ? id : "7",
                    state.equals("wait") ? "other" : id);
            test.forgetEvents();
            assertThat(test.queue.remove(id)).isEqualTo(JobActionResult.DONE);
            assertThat(List.of(test.exists(id), test.exists(id + ":logs"), test.exists("de:d"))).containsOnly(false);
            assertThat(test.events()).containsExactly("removed jobId=" + id + " prev=" + state);
        }
        assertThat(test.list("wait")).containsExactly("other");
    }

    @Test
    void aJobInAWorkersHandsIsNotRemoved(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        TestWork.fetched(test, JobWorkerOptions.named("w"), 1);
        assertThat(test.queue.remove("1")).isEqualTo(JobActionResult.LOCKED);
        assertThat(test.queue.retry("1")).isEqualTo(JobActionResult.MOVED);
        assertThat(test.exists("1")).isTrue();
    }

    @Test
    void thePresentJobOfAScheduleAndAParentThatWaitsAreNotRemoved(TestQueue test) {
        test.put("repeat:s:5000", "rjk", "s");
        test.command("ZADD", test.key("repeat"), "5000", "s");
        test.command("ZADD", test.key("delayed"), "5", "repeat:s:5000");
        test.put("parent", "name", "p");
        test.command("ZADD", test.key("waiting-children"), "5", "parent");
        test.command("SADD", test.key("parent:dependencies"), test.key("child"));
        assertThat(test.queue.removeAll(List.of("repeat:s:5000", "parent")).values())
                .containsOnly(JobActionResult.LINKED);
        assertThat(test.set("delayed")).isNotEmpty();
    }

    @Test
    void aParentThatWaitedForARemovedChildAloneGoesOn(TestQueue test) {
        test.put("parent", "name", "p");
        test.command("ZADD", test.key("waiting-children"), "5", "parent");
        for (String child : List.of("one", "two")) {
            test.put(child, "name", "c");
            test.put(child, "parentKey", test.key("parent"));
            test.command("RPUSH", test.key("wait"), child);
            test.command("SADD", test.key("parent:dependencies"), test.key(child));
        }
        assertThat(test.queue.remove("one")).isEqualTo(JobActionResult.DONE);
        assertThat(test.set("waiting-children")).containsOnlyKeys("parent");
        assertThat(test.queue.remove("two")).isEqualTo(JobActionResult.DONE);
        assertThat(test.set("waiting-children")).isEmpty();
        assertThat(test.list("wait")).containsExactly("parent");
        assertThat(test.events()).contains("waiting jobId=parent prev=waiting-children");
    }

    @Test
    void aPromotedJobIsDueNow(TestQueue test) {
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.withDelay(Duration.ofHours(1))));
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.withDelay(Duration.ofHours(1)).withPriority(4)));
        test.forgetEvents();

        assertThat(test.queue.promote("1")).isEqualTo(JobActionResult.DONE);
        assertThat(test.queue.promote("2")).isEqualTo(JobActionResult.DONE);
        assertThat(test.queue.promote("1")).isEqualTo(JobActionResult.MOVED);
        assertThat(test.list("wait")).containsExactly("1");
        assertThat(test.set("prioritized")).containsOnlyKeys("2");
        assertThat(test.hash("1")).containsEntry("delay", "0");
        assertThat(test.set("marker")).containsKey("0");
        assertThat(test.events()).containsExactly("waiting jobId=1 prev=delayed", "waiting jobId=2 prev=delayed");
    }

    @Test
    @Tag("A04")
    void twoRetriesAtOnceAreOne(TestQueue test) throws Exception {
        List<String> ids = failed(test, 300);
        List<Map<String, JobActionResult>> answers = atOnce(() -> oneByOne(test.queue::retry, ids),
                () -> oneByOne(test.queue::retry, ids));

        for (String id : ids) {
            assertThat(List.of(answers.get(0).get(id), answers.get(1).get(id)))
                    .containsExactlyInAnyOrder(JobActionResult.DONE, JobActionResult.MOVED);
        }
        assertThat(test.list("wait")).doesNotHaveDuplicates().hasSize(300);
    }

    @Test
    @Tag("A04")
    void aRetryAndARemovalAtOnceLeaveNoHalfJob(TestQueue test) throws Exception {
        List<String> ids = failed(test, 300);
        List<Map<String, JobActionResult>> answers = atOnce(() -> oneByOne(test.queue::retry, ids),
                () -> oneByOne(test.queue::remove, ids));

        assertThat(answers.get(1).values()).containsOnly(JobActionResult.DONE);
        assertThat(answers.get(0).values()).isSubsetOf(JobActionResult.DONE, JobActionResult.GONE);
        assertThat(test.queue.counts()).isEqualTo(new JobCounts(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aLargeRetryIsCutIntoShortScripts(TestQueue test) {
        List<String> ids = failed(test, 5000);
        long before = scriptCalls(test);
        assertThat(test.queue.retryAll(ids).values()).hasSize(5000).containsOnly(JobActionResult.DONE);
        assertThat(scriptCalls(test) - before).as("200 jobs per script").isGreaterThanOrEqualTo(25);
        assertThat(test.list("wait")).doesNotHaveDuplicates().hasSize(5000);
    }

    @Test
    void allThatFailedIsRetriedOldestFirstButNotWhatIsNoJob(TestQueue test) {
        failed(test, 450);
        test.command("ZADD", test.key("failed"), "5", "ghost");
        test.put("f7", "priority", "3");
        assertThat(test.queue.retryAllFailed()).isEqualTo(450);
        assertThat(test.set("failed")).containsOnlyKeys("ghost");
        assertThat(test.list("wait")).hasSize(449).startsWith("f449").endsWith("f0");
        assertThat(test.set("prioritized")).containsOnlyKeys("f7");
        assertThat(test.hash("f0")).doesNotContainKeys("atm", "failedReason", "finishedOn");
    }

    private static long scriptCalls(TestQueue test) {
        String stats = test.redis.client().getRedisNodes(RedisNodes.SINGLE).getInstance()
                .info(RedisNode.InfoSection.COMMANDSTATS).getOrDefault("cmdstat_evalsha", "calls=0,");
        return Long.parseLong(stats.substring("calls=".length(), stats.indexOf(',')));
    }

    private static List<String> failed(TestQueue test, int count) {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ids.add("f" + number);
            test.failed("f" + number, "x", "{}", "boom", 1000 + number);
        }
        return ids;
    }

    private interface Action {
        JobActionResult on(String id);
    }

    private static Map<String, JobActionResult> oneByOne(Action action, List<String> ids) {
        Map<String, JobActionResult> results = new java.util.HashMap<>();
        ids.forEach(id -> results.put(id, action.on(id)));
        return results;
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> work : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            return List.of(running.get(0).get(), running.get(1).get());
        }
    }
}
