package dev.callboard.jobs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

/**
 * The server's clock at the ends of the two parts of a test: what goes before, and the step that is looked at. A time in
 * the keys is told by the part in which it lies, or lies whole minutes before or after.
 */
final class Clock {
    private static final int MINUTE = 60_000;

    private final long[] ends = new long[3];
    private int marks;

    /** Says that a part begins here, or the last one ends; no two parts have a ms in common. */
    void mark(TestQueue test) {
        long now = now(test);
        if (marks > 0) {
            Awaitility.await().pollDelay(java.time.Duration.ZERO).pollInterval(java.time.Duration.ofMillis(1))
                    .until(() -> now(test) > now);
        }
        ends[marks++] = now;
    }

    private static long now(TestQueue test) {
        List<?> time = (List<?>) test.command("TIME");
        return Long.parseLong((String) time.get(0)) * 1000 + Long.parseLong((String) time.get(1)) / 1000;
    }

    /** For example {@code <in the step, and 1 minutes>}. @param time ms since the epoch */
    String words(long time) {
        long minutes = Math.round((time - ends[1]) / (double) MINUTE);
        long within = time - minutes * MINUTE;
        String part = within < ends[0] || within > ends[2] ? "at " + time
                : within <= ends[1] ? "before" : "in the step";
        return "<" + part + (minutes == 0 ? "" : ", and " + minutes + " minutes") + ">";
    }

    /** As {@link #words}, of the score of a delayed job: its time and its number among those due in the same ms. */
    String due(String score) {
        long exact = new BigDecimal(score).longValueExact();
        return words(exact / 4096) + "+" + exact % 4096;
    }

    /** What the keys say of one moment in two ways that are not the same, or of two in the wrong order. */
    List<String> contradictions(TestQueue test) {
        List<String> found = new ArrayList<>();
        for (String set : List.of("completed", "failed")) {
            test.set(set).forEach((id, score) -> {
                Map<String, String> job = test.hash(id);
                if (time(job, "finishedOn") != score.longValue() || time(job, "processedOn") > time(job, "finishedOn")
                        || time(job, "timestamp") > time(job, "finishedOn")) {
                    found.add(set + " " + id + " at " + score + ": " + job);
                }
            });
        }
        for (String id : test.list("active")) {
            Map<String, String> job = test.hash(id);
            if (time(job, "timestamp") > time(job, "processedOn")) {
                found.add("active " + id + ": " + job);
            }
        }
        test.set("delayed").forEach((id, score) -> {
            long due = (long) (score / 4096);
            if (!saidToBeDue(test, id).equals(String.valueOf(due))) {
                found.add("delayed " + id + " until " + due + ", but told " + saidToBeDue(test, id));
            }
        });
        Map<String, Double> delayed = test.set("delayed");
        Double alarm = test.set("marker").get("1");
        if (alarm != null && !delayed.isEmpty() && alarm != Math.floor(delayed.values().iterator().next() / 4096)) {
            found.add("the alarm is set to " + alarm);
        }
        return found;
    }

    private static long time(Map<String, String> job, String field) {
        return Long.parseLong(job.getOrDefault(field, "0"));
    }

    /** What the last event {@code delayed} of the job says. */
    private static String saidToBeDue(TestQueue test, String id) {
        String due = "nothing";
        for (Object entry : (List<?>) test.command("XRANGE", test.key("events"), "-", "+")) {
            List<?> fields = (List<?>) ((List<?>) entry).getLast();
            if (fields.get(1).equals("delayed") && fields.get(3).equals(id)) {
                due = (String) fields.get(5);
            }
        }
        return due;
    }
}
