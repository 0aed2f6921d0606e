package dev.callboard.jobs;

import static dev.callboard.jobs.Moves.NONE;
import static dev.callboard.jobs.Moves.act;
import static dev.callboard.jobs.Moves.add;
import static dev.callboard.jobs.Moves.all;
import static dev.callboard.jobs.Moves.attemptsAreForgotten;
import static dev.callboard.jobs.Moves.complete;
import static dev.callboard.jobs.Moves.fail;
import static dev.callboard.jobs.Moves.held;
import static dev.callboard.jobs.Moves.putAside;
import static dev.callboard.jobs.Moves.step;
import static dev.callboard.jobs.Moves.take;

import dev.callboard.jobs.Moves.Move;
import dev.callboard.jobs.Moves.Step;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** What people do. */
final class OperatorSteps {
    private OperatorSteps() {}

    static Stream<Step> operating() {
        Move one = add("x", NONE);
        Move failed = all(held(NONE), fail("boom", false));
        Move delayed = add("x", Map.of("delay", 60_000, "priority", 2));
        Move kind = add("x", Map.of("deduplication", Map.of("id", "kind")));
        return Stream.concat(whilePaused(), Stream.of(
                step("retry", failed, act("1", "retry", "failed", Map.of("resetAttemptsMade", true)),
                        test -> test.queue.retry("1")),
                step("retry a prioritized one", all(held(Map.of("priority", 4)), fail("boom", false)),
                        act("1", "retry", "failed", Map.of("resetAttemptsMade", true)), test -> test.queue.retry("1"))
                        .unlike5("it forgets the priority"),
                step("promote", add("x", Map.of("delay", 60_000)), act("1", "promote"),
                        test -> test.queue.promote("1")),
                step("promote a prioritized one", delayed, act("1", "promote"), test -> test.queue.promote("1")),
                step("remove a waiting one", all(one, one), act("1", "remove"), test -> test.queue.remove("1")),
                step("remove a failed one", failed, act("1", "remove"), test -> test.queue.remove("1")),
                step("remove a delayed one", delayed, act("1", "remove"), test -> test.queue.remove("1")),
                step("remove one of a kind", add("x", Map.of("deduplication", Map.of("id", "kind"))),
                        act("1", "remove"), test -> test.queue.remove("1")),
                step("remove an active one whose lock is gone", all(held(NONE),
                        test -> test.command("DEL", test.key("1:lock"))), act("1", "remove"),
                        test -> test.queue.remove("1")),
                step("remove one that BullMQ 5 put aside", putAside(), act("1", "remove"),
                        test -> test.queue.remove("1")),
                step("resume what BullMQ 5 paused", all(putAside(), one), act(null, "resume"),
                        test -> test.queue.resume()),
                step("drain what BullMQ 5 paused", all(putAside(), one), act(null, "drain"),
                        test -> test.queue.drain(false)),
                step("retry all that failed", all(held(NONE), fail("boom", false), add("x", NONE),
                        test -> take(test, NONE), fail("2", "boom", false)),
                        all(act(null, "retryJobs", Map.of("state", "failed")),
                                attemptsAreForgotten()),
                        test -> test.queue.retryAllFailed()),
                step("pause", one, act(null, "pause"), test -> test.queue.pause())
                        .unlike5("it renames the list of those that wait"),
                step("resume", all(one, act(null, "pause")), act(null, "resume"), test -> test.queue.resume()),
                step("resume with a delayed one", all(delayed, act(null, "pause")), act(null, "resume"),
                        test -> test.queue.resume()),
                step("drain", all(one, delayed, add("x", Map.of("priority", 3))), act(null, "drain"),
                        test -> test.queue.drain(false)),
                step("drain the delayed too", all(one, delayed), act(null, "drain", true),
                        test -> test.queue.drain(true)),
                step("clean the failed", failed, act(null, "clean", 0, 10, "failed"),
                        test -> test.queue.clean(JobState.FAILED, Duration.ZERO, 10)),
                step("clean the waiting", all(one, one), act(null, "clean", 0, 10, "wait"),
                        test -> test.queue.clean(JobState.WAITING, Duration.ZERO, 10)),
                step("change the priority", all(one, one), act("1", "changePriority", Map.of("priority", 5)),
                        test -> test.queue.changePriority("1", 5, false)),
                step("change the delay", delayed, act("1", "changeDelay", 120_000),
                        test -> test.queue.changeDelay("1", Duration.ofMinutes(2))),
                step("edit the data", one, act("1", "updateData", Map.of("n", 2)),
                        test -> test.queue.editData("1", "{\"n\":2}")),
                step("log", held(NONE), act("1", "log", "a line"), test -> held(test, "1").log("a line")),
                step("remove a prioritized one", add("x", Map.of("priority", 3)), act("1", "remove"),
                        test -> test.queue.remove("1")),
                step("remove a completed one", all(held(NONE), complete("1", false)), act("1", "remove"),
                        test -> test.queue.remove("1")),
                step("clean the completed", all(held(NONE), complete("1", false), held(NONE)),
                        act(null, "clean", 0, 10, "completed"),
                        test -> test.queue.clean(JobState.COMPLETED, Duration.ZERO, 10)),
                step("clean the delayed", all(delayed, one), act(null, "clean", 0, 10, "delayed"),
                        test -> test.queue.clean(JobState.DELAYED, Duration.ZERO, 10)),
                step("clean the prioritized", all(add("x", Map.of("priority", 3)), one),
                        act(null, "clean", 0, 10, "prioritized"),
                        test -> test.queue.clean(JobState.PRIORITIZED, Duration.ZERO, 10)),
                step("clean the active that nobody holds", all(one, one, test -> take(test, NONE),
                        test -> take(test, NONE), test -> test.command("DEL", test.key("1:lock"))),
                        act(null, "clean", 0, 10, "active"),
                        test -> test.queue.clean(JobState.ACTIVE, Duration.ZERO, 10)),
                step("clean some of the failed", all(held(NONE), fail("1", "boom", false), held(NONE),
                        fail("2", "boom", false)), act(null, "clean", 0, 1, "failed"),
                        test -> test.queue.clean(JobState.FAILED, Duration.ZERO, 1)),
                step("drain one of a kind", kind, act(null, "drain"), test -> test.queue.drain(false)),
                step("clean one of a kind", all(kind, test -> take(test, NONE), fail("boom", false)),
                        act(null, "clean", 0, 10, "failed"),
                        test -> test.queue.clean(JobState.FAILED, Duration.ZERO, 10)),
                step("take the priority away", all(one, add("x", Map.of("priority", 3))),
                        act("2", "changePriority", Map.of("priority", 0)),
                        test -> test.queue.changePriority("2", 0, false)),
                step("take the priority away and be first", all(one, add("x", Map.of("priority", 3))),
                        act("2", "changePriority", Map.of("priority", 0, "lifo", true)),
                        test -> test.queue.changePriority("2", 0, true)),
                step("be the first of a priority", all(add("x", Map.of("priority", 3)), one),
                        act("2", "changePriority", Map.of("priority", 3, "lifo", true)),
                        test -> test.queue.changePriority("2", 3, true)),
                step("change the priority of a delayed one", delayed,
                        act("1", "changePriority", Map.of("priority", 7)),
                        test -> test.queue.changePriority("1", 7, false))));
    }

    /** What people do while no worker may take anything. */
    private static Stream<Step> whilePaused() {
        Move one = add("x", NONE);
        Move paused = act(null, "pause");
        return Stream.of(
                step("retry while paused", all(one, held(NONE), fail("boom", false), paused),
                        act("1", "retry", "failed", Map.of("resetAttemptsMade", true)),
                        test -> test.queue.retry("1")),
                step("retry a prioritized one while paused", all(held(Map.of("priority", 4)), fail("boom", false),
                        paused), act("1", "retry", "failed", Map.of("resetAttemptsMade", true)),
                        test -> test.queue.retry("1")).unlike5("it forgets the priority"),
                step("promote while paused", all(one, add("x", Map.of("delay", 60_000)), paused),
                        act("2", "promote"), test -> test.queue.promote("2")),
                step("remove while paused", all(one, one, paused), act("1", "remove"),
                        test -> test.queue.remove("1")),
                step("drain while paused", all(one, one, paused), act(null, "drain"), test -> test.queue.drain(false)),
                step("change the priority while paused", all(one, one, paused),
                        act("1", "changePriority", Map.of("priority", 5)),
                        test -> test.queue.changePriority("1", 5, false)),
                step("take the priority away while paused", all(one, add("x", Map.of("priority", 3)), paused),
                        act("2", "changePriority", Map.of("priority", 0)),
                        test -> test.queue.changePriority("2", 0, false)),
                step("pause again", all(one, paused), paused, test -> test.queue.pause()),
                step("resume what was not paused", one, act(null, "resume"), test -> test.queue.resume()));
    }
}
