package dev.callboard.jobs;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/** The moves of which steps are made; those of real BullMQ go through one process of it. */
final class Moves {
    static final Map<String, Object> NONE = Map.of();
    static final JobOutcome DONE = new JobOutcome.Completed("{\"ok\":1}");
    static final JobWorkerOptions WORKER = JobWorkerOptions.named("w").withKeepCompleted(-1);
    private static final Map<Integer, NodeParty> NODES = new HashMap<>();
    /** The party whose turn it is. */
    private static NodeParty node;

    private Moves() {}

    /** Something that a party does to a queue. */
    interface Move {
        void on(TestQueue test);
    }

    /**
     * A step as each party makes it, in a queue that real BullMQ prepared.
     *
     * @param unlike5 why BullMQ 5 does it otherwise, or null where it does not
     */
    record Step(String name, Move before, Move theirs, Move ours, String unlike5) {
        Step unlike5(String why) {
            return new Step(name, before, theirs, ours, why);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static synchronized void begin(int major, int port) {
        node = NODES.computeIfAbsent(major, one -> NodeParty.bullmq(one, port));
    }

    static synchronized void end() {
        NODES.values().forEach(NodeParty::close);
        NODES.clear();
    }

    /** A queue without a job. */
    static Move opened() {
        return test -> node.ask("counts", "queue", test.queue.name());
    }

    static Step step(String name, Move before, Move theirs, Move ours) {
        return new Step(name, before, theirs, ours, null);
    }

    static Move all(Move... moves) {
        return test -> List.of(moves).forEach(move -> move.on(test));
    }

    static void aMoment(TestQueue test) {
        Awaitility.await().pollDelay(Duration.ofMillis(20)).until(() -> true);
    }

    static Move add(String name, Map<String, Object> opts) {
        return test -> node.ask("addOne", "queue", test.queue.name(), "name", name, "data", Map.of("n", 1), "opts",
                opts);
    }

    static Move adds(String id, JobOptions options) {
        return test -> test.queue.add(NewJob.of("x", id, "{\"n\":1}", options));
    }

    static Move act(String id, String step, Object... arguments) {
        return test -> node.ask("act", id == null ? "none" : "id", id == null ? "" : id, "queue", test.queue.name(),
                "step", step, "args", List.of(arguments));
    }

    static Map<String, Object> limiter() {
        return Map.of("limiter", Map.of("max", 2, "duration", 60_000));
    }

    static void take(TestQueue test, Map<String, Object> options) {
        node.ask("take", "queue", test.queue.name(), "options", options);
    }

    static void takeTwice(TestQueue test) {
        take(test, NONE);
        take(test, NONE);
    }

    static void takes(TestQueue test, JobWorkerOptions options) {
        TestWork.fetched(test, options, 1);
    }

    static void takesTwice(TestQueue test) {
        takes(test, WORKER);
        takes(test, WORKER);
    }

    static Move held(Map<String, Object> opts) {
        return all(add("x", opts), test -> take(test, NONE));
    }

    /** The job that the other party holds, as if it were ours. */
    static HeldJob held(TestQueue test, String id) {
        Map<String, String> fields = test.hash(id);
        return new HeldJob(test.queue, Arrays.asList(id, fields.get("name"), fields.get("data"), fields.get("opts")),
                Arrays.asList(fields.get("atm"), fields.get("ats"), null, null, fields.get("stacktrace")), "a-token",
                Duration.ofSeconds(30), System.nanoTime());
    }

    static Move complete(String id, boolean andNext) {
        return test -> node.ask("complete", "queue", test.queue.name(), "id", id, "value", Map.of("ok", 1), "andNext",
                andNext);
    }

    static Move fail(String reason, boolean fatal) {
        return fail("1", reason, fatal);
    }

    static Move fail(String id, String reason, boolean fatal) {
        return test -> node.ask("fail", "queue", test.queue.name(), "id", id, "reason", reason, "fatal", fatal);
    }

    static Move completes(String id, int next) {
        return test -> new WorkerTurns(test.queue, WORKER).take(List.of(new EndedJob(held(test, id), DONE)), next);
    }

    static Move fails(String reason) {
        return test -> TestWork.settled(test, held(test, "1"), new JobOutcome.FailedForGood(reason, "at x"));
    }

    static Move retries(String reason) {
        return test -> TestWork.settled(test, held(test, "1"), new JobOutcome.Retry(reason, "at x"));
    }

    static Move giveBack(long delay) {
        return test -> node.ask("giveBack", "queue", test.queue.name(), "id", "1", "delay", delay);
    }

    static Move givesBack(Duration delay) {
        return test -> ends(test, WORKER, "1", new JobOutcome.GiveBack(delay), 0);
    }

    /** Two jobs in the list that BullMQ 5 makes of `wait` when it pauses. */
    static Move putAside() {
        return all(add("x", NONE), add("x", NONE), act(null, "pause"), test -> {
            if (test.exists("wait")) {
                test.command("RENAME", test.key("wait"), test.key("paused"));
            }
        });
    }

    static Move minutesPass(String set, int count) {
        return test -> test.put("metrics:" + set, "prevTS",
                String.valueOf(Long.parseLong(test.hash("metrics:" + set).get("prevTS")) - count * 60_000L));
    }

    static Move abandoned() {
        return test -> {
            test.command("DEL", test.key("1:lock"), test.key("stalled-check"));
            test.command("SADD", test.key("stalled"), "1");
        };
    }

    static void sweep(TestQueue test, boolean theirs) {
        if (theirs) {
            node.ask("sweep", "queue", test.queue.name());
        } else {
            test.queue.scripts().run("stalled", test.queue.keys().meta(), 30_000, 1);
        }
    }

    static Move flow(Map<String, Object> opts) {
        return flow(opts, NONE);
    }

    static Move flow(Map<String, Object> opts, Map<String, Object> parent) {
        return test -> node.ask("flow", "tree", Map.of("name", "parent", "queueName", test.queue.name(), "data", NONE,
                "opts", with(parent, "jobId", "parent"), "children",
                List.of(child(test, 1, opts), child(test, 2, NONE))));
    }

    static Map<String, Object> child(TestQueue test, int number, Map<String, Object> opts) {
        return Map.of("name", "child", "queueName", test.queue.name(), "data", NONE, "opts",
                with(opts, "jobId", "child-" + number));
    }

    static Map<String, Object> with(Map<String, Object> opts, String field, Object value) {
        Map<String, Object> more = new HashMap<>(opts);
        more.put(field, value);
        return more;
    }

    static Move failsAs(String id, String reason) {
        return test -> ends(test, WORKER, id, new JobOutcome.FailedForGood(reason, "at x"), 0);
    }

    static void ends(TestQueue test, JobWorkerOptions worker, String id, JobOutcome outcome, int next) {
        new WorkerTurns(test.queue, worker).take(List.of(new EndedJob(held(test, id), outcome)), next);
    }

    /** BullMQ's retry of all keeps the attempts made, after which each runs but once. */
    static Move attemptsAreForgotten() {
        return test -> List.of("1", "2").forEach(id -> test.command("HDEL", test.key(id), "atm"));
    }
}
