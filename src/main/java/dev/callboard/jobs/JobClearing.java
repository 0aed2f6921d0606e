package dev.callboard.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.callboard.refusals.Refusal;

/** Removes many jobs in short steps, between which others have their turn. */
final class JobClearing {
    /** Taking one out of the middle of a long list is what costs. */
    private static final int LOOKED_AT_PER_CALL = 100;

    private final JobScripts scripts;
    private final QueueKeys keys;

    JobClearing(JobScripts scripts, QueueKeys keys) {
        this.scripts = scripts;
        this.keys = keys;
    }

    long drain(boolean delayedToo) {
        List<String> sets = new ArrayList<>(List.of("wait", "paused", "prioritized"));
        if (delayedToo) {
            sets.add("delayed");
        }
        return sets.stream().mapToLong(set -> clear(set, "", Integer.MAX_VALUE, "0").size()).sum();
    }

    List<String> clean(JobState state, Duration age, int most) {
        String millis = age.isZero() ? "" : String.valueOf(age.toMillis());
        return switch (state) {
            case WAITING -> {
                List<String> removed = clear("wait", millis, most, "1");
                removed.addAll(clear("paused", millis, most - removed.size(), "1"));
                yield removed;
            }
            case ACTIVE, DELAYED, PRIORITIZED, COMPLETED, FAILED -> clear(state.text(), millis, most, "1");
            case WAITING_CHILDREN, UNKNOWN -> throw Refusal.invalid("Jobs that are " + state.text()
                    + " cannot be cleaned.");
        };
    }

    private List<String> clear(String set, String age, int most, String saying) {
        List<String> removed = new ArrayList<>();
        long stay = 0;
        Object from = "";
        boolean isEnd = most <= 0;
        while (!isEnd) {
            List<Object> answer = scripts.run("clear", keys.meta(), set, stay, LOOKED_AT_PER_CALL, age,
                    Math.min(most - removed.size(), LOOKED_AT_PER_CALL + 1), saying, from);
            answer.subList(3, answer.size()).forEach(id -> removed.add((String) id));
            stay = (Long) answer.get(1);
            from = answer.get(2);
            isEnd = (Long) answer.get(0) == 1 || removed.size() >= most;
        }
        return removed;
    }
}
