package dev.callboard.jobs;

import static dev.callboard.jobs.Moves.NONE;
import static dev.callboard.jobs.Moves.WORKER;
import static dev.callboard.jobs.Moves.aMoment;
import static dev.callboard.jobs.Moves.act;
import static dev.callboard.jobs.Moves.add;
import static dev.callboard.jobs.Moves.adds;
import static dev.callboard.jobs.Moves.all;
import static dev.callboard.jobs.Moves.complete;
import static dev.callboard.jobs.Moves.completes;
import static dev.callboard.jobs.Moves.DONE;
import static dev.callboard.jobs.Moves.ends;
import static dev.callboard.jobs.Moves.fail;
import static dev.callboard.jobs.Moves.failsAs;
import static dev.callboard.jobs.Moves.fails;
import static dev.callboard.jobs.Moves.giveBack;
import static dev.callboard.jobs.Moves.givesBack;
import static dev.callboard.jobs.Moves.held;
import static dev.callboard.jobs.Moves.limiter;
import static dev.callboard.jobs.Moves.opened;
import static dev.callboard.jobs.Moves.retries;
import static dev.callboard.jobs.Moves.step;
import static dev.callboard.jobs.Moves.take;
import static dev.callboard.jobs.Moves.takeTwice;
import static dev.callboard.jobs.Moves.takes;
import static dev.callboard.jobs.Moves.takesTwice;

import dev.callboard.jobs.Moves.Move;
import dev.callboard.jobs.Moves.Step;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** What producers and workers do. */
final class WorkerSteps {
    private WorkerSteps() {}

    static Stream<Step> adding() {
        Move nothing = opened();
        return Stream.of(
                step("add", nothing, add("x", Map.of("attempts", 1)), adds(null, JobOptions.DEFAULT)),
                step("add with an id of its own", nothing, add("x", Map.of("attempts", 1, "jobId", "mine")),
                        adds("mine", JobOptions.DEFAULT)),
                step("add the same id again", add("x", Map.of("attempts", 1, "jobId", "mine")),
                        add("x", Map.of("attempts", 1, "jobId", "mine")), adds("mine", JobOptions.DEFAULT)),
                step("add prioritized", add("x", NONE), add("x", Map.of("attempts", 1, "priority", 7)),
                        adds(null, JobOptions.DEFAULT.withPriority(7))),
                step("add delayed", nothing, add("x", Map.of("attempts", 1, "delay", 60_000)),
                        adds(null, JobOptions.DEFAULT.withDelay(Duration.ofMinutes(1)))),
                step("add lifo", add("x", NONE), add("x", Map.of("attempts", 1, "lifo", true)),
                        adds(null, JobOptions.DEFAULT.asLifo())),
                step("add with policies", nothing,
                        add("x", Map.of("attempts", 4, "backoff",
                                Map.of("type", "exponential", "delay", 1000, "jitter", 0.5), "removeOnComplete",
                                Map.of("age", 3600, "count", 5, "limit", 7), "removeOnFail", 9)),
                        adds(null,
                                JobOptions.DEFAULT
                                        .withAttempts(4, new Backoff(Backoff.Type.EXPONENTIAL, Duration.ofSeconds(1),
                                                0.5))
                                        .keeping(new KeepPolicy(5, Duration.ofHours(1), 7), KeepPolicy.newest(9)))),
                step("add while paused", act(null, "pause"), add("x", Map.of("attempts", 1)),
                        adds(null, JobOptions.DEFAULT)).unlike5("it begins a list of its own, which may not be there"),
                step("add prioritized while paused", all(add("x", NONE), act(null, "pause")),
                        add("x", Map.of("attempts", 1, "priority", 7)), adds(null, JobOptions.DEFAULT.withPriority(7))),
                step("add delayed while paused", all(add("x", NONE), act(null, "pause")),
                        add("x", Map.of("attempts", 1, "delay", 60_000)),
                        adds(null, JobOptions.DEFAULT.withDelay(Duration.ofMinutes(1)))),
                step("add where some wait and all is paused", all(add("x", NONE), act(null, "pause")),
                        add("x", Map.of("attempts", 1)), adds(null, JobOptions.DEFAULT)),
                step("add under the queue's concurrency", all(add("x", NONE), act(null, "setGlobalConcurrency", 1),
                        test -> take(test, NONE)), add("x", Map.of("attempts", 1)), adds(null, JobOptions.DEFAULT)));
    }

    static Stream<Step> working() {
        Move one = add("x", NONE);
        Move held = all(one, test -> take(test, NONE));
        return Stream.of(
                step("take", one, test -> take(test, NONE), test -> takes(test, WORKER)),
                step("take where nothing waits", held, test -> take(test, NONE), test -> takes(test, WORKER)),
                step("take while paused", all(one, act(null, "pause")), test -> take(test, NONE),
                        test -> takes(test, WORKER)),
                step("take a prioritized one", add("x", Map.of("priority", 3)), test -> take(test, NONE),
                        test -> takes(test, WORKER)),
                step("take one that is due", all(add("x", Map.of("delay", 1)), Moves::aMoment),
                        test -> take(test, NONE), test -> takes(test, WORKER)),
                step("take under a limit", one, test -> take(test, limiter()),
                        test -> takes(test, WORKER.withLimiter(2, Duration.ofMinutes(1)))),
                step("take under the queue's concurrency", all(one, one, act(null, "setGlobalConcurrency", 1)),
                        test -> takeTwice(test), test -> takesTwice(test)),
                step("take the one that is due before those that wait", all(one, add("x", Map.of("delay", 1)),
                        Moves::aMoment), test -> takeTwice(test), test -> takesTwice(test)),
                step("take while one is due and all is paused", all(one, add("x", Map.of("delay", 1, "priority", 2)),
                        act(null, "pause"), Moves::aMoment), test -> take(test, NONE), test -> takes(test, WORKER)),
                step("take under the queue's own limit", all(one, one, act(null, "setGlobalRateLimit", 1, 60_000)),
                        test -> takeTwice(test), test -> takesTwice(test)),
                step("take while starts are forbidden", all(one, act(null, "rateLimit", 60_000)),
                        test -> take(test, limiter()),
                        test -> takes(test, WORKER.withLimiter(2, Duration.ofMinutes(1)))),
                step("take the first of two priorities", all(add("x", Map.of("priority", 5)),
                        add("x", Map.of("priority", 2)), add("x", Map.of("priority", 2))),
                        test -> takeTwice(test), test -> takesTwice(test)),
                step("complete under a limit", all(one, test -> take(test, limiter()), one), complete("1", true),
                        test -> ends(test, WORKER.withLimiter(2, Duration.ofMinutes(1)), "1", DONE, 1)),
                step("complete under a limit that is used up", all(one, one, one, test -> take(test, limiter()),
                        test -> take(test, limiter())), complete("1", true),
                        test -> ends(test, WORKER.withLimiter(2, Duration.ofMinutes(1)), "1", DONE, 1)),
                step("give back while paused", all(one, held, act(null, "pause")), giveBack(0),
                        givesBack(Duration.ZERO)),
                step("complete the last", held, complete("1", true), completes("1", 1)),
                step("complete and take the next", all(one, held), complete("1", true), completes("1", 1)),
                step("complete while one is delayed", all(add("x", Map.of("delay", 60_000)), add("x", NONE),
                        test -> take(test, NONE)), complete("2", true), completes("2", 1)),
                step("complete the last one wanted", held, complete("1", false), completes("1", 0)),
                step("complete the last one wanted while one is delayed", all(add("x", Map.of("delay", 60_000)),
                        add("x", NONE), test -> take(test, NONE)), complete("2", false), completes("2", 0)),
                step("complete while others run", all(one, held, test -> take(test, NONE)), complete("1", true),
                        completes("1", 1)),
                step("complete under the queue's concurrency", all(one, one, act(null, "setGlobalConcurrency", 1),
                        test -> take(test, NONE)), complete("1", true), completes("1", 1)),
                step("complete while paused", all(one, held, act(null, "pause")), complete("1", true),
                        completes("1", 1)),
                step("complete and keep the young", all(add("x", NONE), test -> take(test, NONE),
                        complete("1", false), test -> test.command("ZADD", test.key("completed"), "1000", "1"),
                        add("x", Map.of("removeOnComplete", Map.of("age", 60))), test -> take(test, NONE)),
                        complete("2", true), completes("2", 1)),
                step("complete and let few of the old go", all(add("x", NONE), test -> take(test, NONE),
                        complete("1", false), test -> test.command("ZADD", test.key("completed"), "1000",
                                "oldest", "2000", "older", "3000", "1"),
                        add("x", Map.of("removeOnComplete", Map.of("age", 60, "limit", 2))), test -> take(test, NONE)),
                        complete("2", true), completes("2", 1)),
                step("give back", held, giveBack(0), givesBack(Duration.ZERO)),
                step("give back a prioritized one", held(Map.of("priority", 3)), giveBack(0),
                        givesBack(Duration.ZERO)),
                step("give back for later", held, all(giveBack(60_000), test -> test.put("1", "delay", "60000")),
                        givesBack(Duration.ofMinutes(1))),
                step("complete and forget", all(add("x", Map.of("removeOnComplete", true)),
                        test -> take(test, NONE)), complete("1", true), completes("1", 1)),
                step("complete and keep one", all(add("x", NONE), test -> take(test, NONE), complete("1", false),
                        add("x", Map.of("removeOnComplete", 1)), test -> take(test, NONE)), complete("2", true),
                        completes("2", 1)));
    }

    static Stream<Step> failing() {
        return Stream.of(
                step("fail for good", held(NONE), fail("boom", false), fails("boom")),
                step("fail for good before the last attempt", held(Map.of("attempts", 3)), fail("boom", true),
                        fails("boom")),
                step("fail and retry at once", held(Map.of("attempts", 3)), fail("boom", false), retries("boom")),
                step("fail and retry at once, first in", held(Map.of("attempts", 3, "lifo", true)),
                        fail("boom", false), retries("boom")),
                step("fail and retry at once, prioritized", held(Map.of("attempts", 3, "priority", 4)),
                        fail("boom", false), retries("boom")),
                step("fail and retry later", held(Map.of("attempts", 3, "backoff", 60_000)), fail("boom", false),
                        retries("boom")),
                step("fail and retry at once while paused", all(add("x", Map.of("attempts", 3)), add("x", NONE),
                        test -> take(test, NONE), act(null, "pause")), fail("boom", false), retries("boom")),
                step("fail and retry with growing waits", all(add("x", Map.of("attempts", 3, "backoff",
                        Map.of("type", "exponential", "delay", 60_000))), test -> test.put("1", "atm", "1"),
                        test -> take(test, NONE)), fail("boom", false), retries("boom")),
                step("fail and keep the newest", all(held(NONE), fail("1", "boom", false),
                        held(Map.of("removeOnFail", 1))), fail("2", "boom", false), failsAs("2", "boom")),
                step("fail and forget", held(Map.of("removeOnFail", true)), fail("boom", false), fails("boom")),
                step("fail without stack traces", held(Map.of("stackTraceLimit", 0)), fail("boom", false),
                        fails("boom")));
    }
}
