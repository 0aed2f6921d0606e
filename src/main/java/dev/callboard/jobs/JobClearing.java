package dev.callboard.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.callboard.refusals.Refusal;

/** Removes many jobs in short steps, between which others have their turn. */
final class JobClearing {
    /** Taking one out of the middle of a long list is what costs. */
    private static final int LOOKED_AT_PER_CALL = 50;

    private final JobScripts scripts;
    private final QueueKeys keys;

    JobClearing(JobScripts scripts, QueueKeys keys) {
        this.scripts = scripts;
        this.keys = keys;
    }

    long drain(boolean delayedToo, Progress progress) {
        List<String> sets = new ArrayList<>(List.of("wait", "paused", "prioritized"));
        if (delayedToo) {
            sets.add("delayed");
        }
        List<String> removed = new ArrayList<>();
        sets.forEach(set -> clear(set, "", Integer.MAX_VALUE, "0", removed, progress));
        return removed.size();
    }

    List<String> clean(JobState state, Duration age, int most, Progress progress) {
        String millis = age.isZero() ? "" : String.valueOf(age.toMillis());
        List<String> removed = new ArrayList<>();
        switch (state) {
            case WAITING ->
                List.of("wait", "paused").forEach(list -> clear(list, millis, most, "1", removed, progress));
            case ACTIVE, DELAYED, PRIORITIZED, COMPLETED, FAILED -> clear(state.text(), millis, most, "1", removed,
                    progress);
            case WAITING_CHILDREN, UNKNOWN -> throw Refusal.invalid("Jobs that are " + state.text()
                    + " cannot be cleaned.");
        }
        return removed;
    }

    /** @param removed takes the ids, also of earlier lists */
    private void clear(String set, String age, int most, String saying, List<String> removed, Progress progress) {
        long stay = 0;
        Object from = "";
        boolean isEnd = removed.size() >= most;
        while (!isEnd && progress.goesOn(removed.size())) {
            List<Object> answer = scripts.run("clear", keys.meta(), set, stay, LOOKED_AT_PER_CALL, age,
                    Math.min(most - removed.size(), LOOKED_AT_PER_CALL + 1), saying, from);
            answer.subList(3, answer.size()).forEach(id -> removed.add((String) id));
            stay = (Long) answer.get(1);
            from = answer.get(2);
            isEnd = (Long) answer.get(0) == 1 || removed.size() >= most;
        }
    }
}
