package dev.callboard.jobs;

import java.util.List;

/** Finds a job in the queue's lists in short steps: Redis would be held up for as long as a list is. */
final class ListSearch {
    /** What a script answers that needs to be told where the job stands. */
    static final int SEARCH_FIRST = -100;
    /** What a script is told that may look for itself. */
    static final String UNKNOWN = "";
    private static final int LOOKED_AT_PER_CALL = 5000;
    /** Others may take some out meanwhile, whereupon those behind move up. */
    private static final int OVERLAP = 500;
    private static final int TIMES = 20;

    private final JobScripts scripts;
    private final QueueKeys keys;

    /** A step that answers {@link #SEARCH_FIRST} where it must be told where the job stands. */
    interface Step {
        int at(String place);
    }

    ListSearch(JobScripts scripts, QueueKeys keys) {
        this.scripts = scripts;
        this.keys = keys;
    }

    /** Makes the step, after a search where it needs one; again where the job moved too far meanwhile. */
    int found(String id, Step step) {
        String place = UNKNOWN;
        int code = step.at(place);
        for (int time = 0; code == SEARCH_FIRST && time < TIMES; time++) {
            place = placeOf(id);
            code = step.at(place);
        }
        if (code == SEARCH_FIRST) {
            throw new IllegalStateException("job " + id + " moves faster than it can be found");
        }
        return code;
    }

    /** List and index from its head, or {@code none}, as {@code parts/state} takes it. */
    String placeOf(String id) {
        for (String list : List.of("active", "wait", "paused")) {
            boolean isEnd = false;
            for (long from = 0; !isEnd; from += LOOKED_AT_PER_CALL - OVERLAP) {
                List<Object> answer = scripts.run("seek", keys.meta(), list, id, from, LOOKED_AT_PER_CALL);
                if ((Long) answer.get(0) >= 0) {
                    return list + " " + answer.get(0);
                }
                isEnd = (Long) answer.get(1) == 1;
            }
        }
        return "none";
    }
}
