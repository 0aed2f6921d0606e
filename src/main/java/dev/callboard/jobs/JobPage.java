package dev.callboard.jobs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a list of jobs, newest first.
 *
 * @param next cursor of the page that follows, or null at the end. A page may hold fewer jobs than asked for, even
 *        none, and still have a next one, because one call looks at a bounded number of jobs
 */
public record JobPage(List<JobSummary> jobs, String next) {
    private static final Pattern AFTER_SCORE = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?(e\\+?\\d{1,3})?:.*",
            Pattern.DOTALL);
    private static final Pattern AFTER_PLACE = Pattern.compile("\\d{1,15}:.*", Pattern.DOTALL);

    /** True for what may be the {@link #next} of some page of jobs in that state. */
    public static boolean isCursor(String text, JobState state) {
        boolean isList = state == JobState.WAITING || state == JobState.ACTIVE;
        return (isList ? AFTER_PLACE : AFTER_SCORE).matcher(text).matches();
    }
}
