package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs that are put away by one call leave what the same jobs leave that are put away one by one. */
@ExtendWith(RedisOfTests.class)
class EndTogetherTest {
    private static final JobOutcome DONE = new JobOutcome.Completed("1");
    private static final JobOutcome FAILED = new JobOutcome.FailedForGood("no paint", "at paint");
    private static final JobOutcome AGAIN = new JobOutcome.Retry("jammed", "at press", Duration.ZERO);
    private static final JobOutcome LATER = new JobOutcome.GiveBack(Duration.ofMinutes(5));
    private static final List<Integer> IN_ORDER = List.of(0, 1, 2, 3, 4);

    /**
     * @param before what happens to the queue after five jobs were fetched
     * @param order in which they end
     * @param outcomes of the jobs 1 to 5
     */
    record Scene(String what, Consumer<TestQueue> before, List<Integer> order, List<JobOutcome> outcomes) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Scene> scenes() {
        List<JobOutcome> allDone = List.of(DONE, DONE, DONE, DONE, DONE);
        List<JobOutcome> mixed = List.of(DONE, FAILED, AGAIN, DONE, LATER);
        return Stream.of(new Scene("in their order", test -> {}, IN_ORDER, allDone),
                new Scene("in another order", test -> {}, List.of(3, 0, 4, 1, 2), allDone),
                new Scene("not the oldest", test -> {}, List.of(2, 3, 4), allDone),
                new Scene("in all ways", test -> {}, IN_ORDER, mixed),
                new Scene("in all ways and another order", test -> {}, List.of(4, 2, 0, 3, 1), mixed),
                new Scene("one lock gone", test -> test.command("DEL", test.key("2:lock")), IN_ORDER, allDone),
                new Scene("one lock another's", test -> test.command("SET", test.key("5:lock"), "a-token"), IN_ORDER,
                        allDone),
                new Scene("all locks gone", test -> IN_ORDER.forEach(
                        at -> test.command("DEL", test.key(at + 1 + ":lock"))), IN_ORDER, allDone),
                new Scene("one not active any more", test -> test.command("LREM", test.key("active"), "1", "3"),
                        IN_ORDER, allDone),
                new Scene("a parent with a child to come", test -> test.command("SADD", test.key("4:dependencies"),
                        test.key("9")), IN_ORDER, allDone));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void togetherAsOneByOne(Scene scene, TestQueue together) {
        TestQueue single = new TestQueue(together.redis);
        List<Integer> codes = new ArrayList<>();
        Map<String, Object> expected = after(scene, single, jobs -> jobs.forEach(job -> codes.addAll(take(single,
                List.of(job)))));
        List<Integer> codesTogether = new ArrayList<>();
        assertThat(after(scene, together, jobs -> codesTogether.addAll(take(together, jobs)))).isEqualTo(expected);
        assertThat(codesTogether).isEqualTo(codes);
    }

    @Test
    void aJobWhoseHashIsGoneStaysWhereItIs(TestQueue test) {
        List<EndedJob> jobs = fetched(test).stream().map(job -> new EndedJob(job, DONE)).toList();
        test.command("DEL", test.key("3"));
        assertThat(take(test, jobs)).containsExactly(0, 0, -1, 0, 0);
        assertThat(test.list("active")).containsExactly("3");
        assertThat(test.exists("3")).isFalse();
        assertThat(test.set("completed")).containsOnlyKeys("1", "2", "4", "5");
    }

    @Test
    void aJobThatIsSaidTwiceEndsOnce(TestQueue test) {
        List<EndedJob> jobs = fetched(test).subList(0, 3).stream().map(job -> new EndedJob(job, DONE)).toList();
        assertThat(take(test, List.of(jobs.get(0), jobs.get(1), jobs.get(0), jobs.get(2)))).containsExactly(0, 0, -3,
                0);
        assertThat(test.list("active")).containsExactly("5", "4");
        assertThat(test.events().stream().filter(event -> event.startsWith("completed jobId=1 "))).hasSize(1);
    }

    @Test
    void aJobThatGetsAParentWhileItRunsTellsIt(TestQueue test) {
        List<EndedJob> jobs = fetched(test).stream().map(job -> new EndedJob(job, DONE)).toList();
        test.command("SADD", test.key("late:dependencies"), test.key("2"));
        test.command("HSET", test.key("2"), "parentKey", test.key("late"), "parent",
                "{\"id\":\"late\",\"queueKey\":\"" + test.key("").replaceFirst(":$", "") + "\"}");
        assertThat(take(test, jobs)).containsExactly(0, 0, 0, 0, 0);
        assertThat(test.hash("late:processed")).containsExactly(Map.entry(test.key("2"), "1"));
        assertThat(test.exists("late:dependencies")).isFalse();
    }

    @Test
    void aJobWhoseHashIsAnotherByNowIsNotItsOwnAnyMore(TestQueue test) {
        List<EndedJob> jobs = fetched(test).stream().map(job -> new EndedJob(job, DONE)).toList();
        test.command("DEL", test.key("3"));
        test.command("SET", test.key("3"), "a text");
        assertThat(take(test, jobs)).containsExactly(0, 0, -1, 0, 0);
        assertThat(test.list("active")).containsExactly("3");
    }

    private static Map<String, Object> after(Scene scene, TestQueue test, Consumer<List<EndedJob>> end) {
        Clock clock = new Clock();
        clock.mark(test);
        List<HeldJob> held = fetched(test);
        scene.before().accept(test);
        clock.mark(test);
        end.accept(scene.order().stream().map(at -> new EndedJob(held.get(at), scene.outcomes().get(at))).toList());
        clock.mark(test);
        return Keyspace.of(test, clock);
    }

    private static List<HeldJob> fetched(TestQueue test) {
        IntStream.range(0, 5).forEach(n -> test.queue.add(NewJob.of("paint", null, "{\"n\":" + n + "}",
                JobOptions.DEFAULT.withAttempts(3, null))));
        return TestWork.fetched(test, JobWorkerOptions.named("w"), 5);
    }

    private static List<Integer> take(TestQueue test, List<EndedJob> jobs) {
        return new WorkerTurns(test.queue, JobWorkerOptions.named("w").withKeepCompleted(-1)).take(jobs, 0).codes();
    }
}
