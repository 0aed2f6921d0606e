package dev.callboard.jobs;

import static dev.callboard.jobs.Moves.DONE;
import static dev.callboard.jobs.Moves.NONE;
import static dev.callboard.jobs.Moves.WORKER;
import static dev.callboard.jobs.Moves.abandoned;
import static dev.callboard.jobs.Moves.act;
import static dev.callboard.jobs.Moves.add;
import static dev.callboard.jobs.Moves.all;
import static dev.callboard.jobs.Moves.complete;
import static dev.callboard.jobs.Moves.completes;
import static dev.callboard.jobs.Moves.ends;
import static dev.callboard.jobs.Moves.fail;
import static dev.callboard.jobs.Moves.fails;
import static dev.callboard.jobs.Moves.failsAs;
import static dev.callboard.jobs.Moves.flow;
import static dev.callboard.jobs.Moves.held;
import static dev.callboard.jobs.Moves.minutesPass;
import static dev.callboard.jobs.Moves.step;
import static dev.callboard.jobs.Moves.sweep;
import static dev.callboard.jobs.Moves.take;
import static dev.callboard.jobs.Moves.takeTwice;

import dev.callboard.jobs.Moves.Move;
import dev.callboard.jobs.Moves.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the end of a job means to others, and what is kept beside it. */
final class FamilySteps {
    private FamilySteps() {}

    /** Children end, and their parents hear of it. */
    static Stream<Step> family() {
        List<Step> steps = new ArrayList<>();
        for (String flag : List.of("none", "failParentOnFailure", "continueParentOnFailure",
                "ignoreDependencyOnFailure", "removeDependencyOnFailure")) {
            Map<String, Object> opts = flag.equals("none") ? NONE : Map.of(flag, true);
            steps.add(step("a child fails: " + flag, all(flow(opts), test -> take(test, NONE)),
                    fail("child-1", "boom", false), failsAs("child-1", "boom")));
            steps.add(step("the last child fails: " + flag, all(flow(opts), test -> takeTwice(test),
                    complete("child-2", false)), fail("child-1", "boom", false), failsAs("child-1", "boom")));
        }
        Move worked = all(flow(NONE), test -> takeTwice(test));
        steps.addAll(List.of(
                step("a child completes", worked, complete("child-1", false), completes("child-1", 0)),
                step("the last child completes", all(worked, complete("child-1", false)), complete("child-2", false),
                        completes("child-2", 0)),
                step("the last child completes and the parent is next", all(worked, complete("child-1", false)),
                        complete("child-2", true), completes("child-2", 1)),
                step("a prioritized parent goes on", all(flow(NONE, Map.of("priority", 3)), test -> takeTwice(test),
                        complete("child-1", false)), complete("child-2", false), completes("child-2", 0)),
                step("a delayed parent goes on", all(flow(NONE, Map.of("delay", 60_000)), test -> takeTwice(test),
                        complete("child-1", false)), complete("child-2", false), completes("child-2", 0)),
                step("a waiting child is removed", flow(NONE), act("child-1", "remove"),
                        test -> test.queue.remove("child-1")),
                step("the last child is removed", all(worked, complete("child-1", false), fail("child-2", "b", false)),
                        act("child-2", "remove"), test -> test.queue.remove("child-2")),
                step("a completed child is removed", all(worked, complete("child-1", false)),
                        act("child-1", "remove"), test -> test.queue.remove("child-1")),
                step("a failed child is retried", all(flow(Map.of("ignoreDependencyOnFailure", true)),
                        test -> takeTwice(test), fail("child-1", "boom", false)),
                        act("child-1", "retry", "failed", Map.of("resetAttemptsMade", true)),
                        test -> test.queue.retry("child-1")),
                step("a child that failed its parent is retried", all(flow(Map.of("failParentOnFailure", true)),
                        test -> takeTwice(test), fail("child-1", "boom", false)),
                        act("child-1", "retry", "failed", Map.of("resetAttemptsMade", true)),
                        test -> test.queue.retry("child-1"))));
        return steps.stream();
    }

    static Stream<Step> bookkeeping() {
        Map<String, Object> kind = Map.of("deduplication", Map.of("id", "kind"));
        Map<String, Object> timed = Map.of("deduplication", Map.of("id", "kind", "ttl", 60_000));
        Map<String, Object> latest = Map.of("deduplication", Map.of("id", "kind", "keepLastIfActive", true));
        Map<String, Object> measured = Map.of("metrics", Map.of("maxDataPoints", 60));
        JobWorkerOptions measuring = WORKER.withMetrics(60);
        Map<String, Object> extended = Map.of("deduplication", Map.of("id", "kind", "ttl", 60_000, "extend", true));
        Map<String, Object> replaced = Map.of("delay", 60_000, "deduplication",
                Map.of("id", "kind", "ttl", 120_000, "replace", true));
        Move first = all(add("x", NONE), test -> take(test, measured));
        return Stream.of(
                step("one of a kind completes", held(kind), complete("1", false), completes("1", 0)),
                step("one of a kind fails", held(kind), fail("boom", false), fails("boom")),
                step("one of a kind for a time completes", held(timed), complete("1", false), completes("1", 0)),
                step("one of a kind whose time was made longer completes", all(held(extended), add("x", extended)),
                        complete("1", false), completes("1", 0)),
                step("one that took another's place completes", all(add("x", replaced), add("x", replaced),
                        act("2", "promote"), test -> take(test, NONE)), complete("2", false), completes("2", 0)),
                step("one that took another's place is removed", all(add("x", replaced), add("x", replaced)),
                        act("2", "remove"), test -> test.queue.remove("2")),
                step("one of a kind for a time is removed", add("x", timed), act("1", "remove"),
                        test -> test.queue.remove("1")),
                step("one of a kind for a time is drained", add("x", timed), act(null, "drain"),
                        test -> test.queue.drain(false)),
                step("the put-off one comes while paused", all(held(latest), add("x", latest), act(null, "pause")),
                        complete("1", false), completes("1", 0)).unlike5("it begins a list of its own"),
                step("the put-off one comes", all(held(latest), add("x", latest)), complete("1", false),
                        completes("1", 0)),
                step("the put-off one is removed with the first", all(add("x", latest), add("x", latest)),
                        act("1", "remove"), test -> test.queue.remove("1")),
                step("measure the first", first, complete("1", false),
                        test -> ends(test, measuring, "1", DONE, 0)),
                step("measure another in the minute", all(first, complete("1", false), add("x", NONE),
                        test -> take(test, measured)), complete("2", false),
                        test -> ends(test, measuring, "2", DONE, 0)),
                step("measure one some minutes later", all(first, complete("1", false), minutesPass("completed", 4),
                        add("x", NONE), test -> take(test, measured)), complete("2", false),
                        test -> ends(test, measuring, "2", DONE, 0)),
                step("measure one hours later", all(first, complete("1", false), minutesPass("completed", 300),
                        add("x", NONE), test -> take(test, measured)), complete("2", false),
                        test -> ends(test, measuring, "2", DONE, 0)),
                step("measure a failed one", first, fail("boom", false),
                        test -> ends(test, measuring, "1", new JobOutcome.FailedForGood("boom", "x"), 0)),
                step("sweep", all(add("x", NONE), test -> take(test, NONE), abandoned()), test -> sweep(test, true),
                        test -> sweep(test, false)),
                step("sweep one that stalls too often", all(add("x", NONE), test -> take(test, NONE), abandoned(),
                        test -> test.put("1", "stc", "1")), test -> sweep(test, true), test -> sweep(test, false)),
                step("sweep a prioritized one", all(add("x", Map.of("priority", 3)), test -> take(test, NONE),
                        abandoned()), test -> sweep(test, true), test -> sweep(test, false)),
                step("sweep while paused", all(add("x", NONE), add("x", NONE), test -> take(test, NONE), abandoned(),
                        act(null, "pause")), test -> sweep(test, true), test -> sweep(test, false)),
                step("sweep what is held", all(add("x", NONE), test -> take(test, NONE),
                        test -> test.command("DEL", test.key("stalled-check")),
                        test -> test.command("SADD", test.key("stalled"), "1")), test -> sweep(test, true),
                        test -> sweep(test, false)));
    }
}
