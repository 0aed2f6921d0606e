package dev.callboard.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.callboard.refusals.Refusal;

/** Reads one state's jobs in parts, newest first, where a search is asked for only those that match. */
final class PageScript {
    /** Only ids, places and errors come along. */
    static final int NO_DATA = -1;
    private static final int DATA_FOR_A_CLOSER_LOOK = 16_384;
    private static final int ERROR_CUT = 2000;
    private static final int FIELDS = 9;

    private final JobScripts scripts;
    private final QueueKeys keys;
    private final JobState state;
    private final Search search;
    private final int dataCarried;

    /** Some jobs and where to go on; next is null at the end. */
    record Part(List<JobSummary> jobs, List<String> places, String next, int lookedAt) {}

    /**
     * @param match literal part of id, name, error or data in any case, or null
     * @param dataCarried bytes up to which a job's data comes along, or {@link #NO_DATA}
     */
    PageScript(JobScripts scripts, QueueKeys keys, JobState state, String match, int dataCarried) {
        this.scripts = scripts;
        this.keys = keys;
        this.state = state;
        this.search = new Search(match == null ? "" : match);
        this.dataCarried = search.isExact() ? dataCarried : Math.max(dataCarried, DATA_FOR_A_CLOSER_LOOK);
    }

    boolean isSearch() {
        return !search.text().isEmpty();
    }

    /** The part cut down to its first jobs, to go on after the last of them. */
    Part cut(Part part, int room) {
        return new Part(part.jobs().subList(0, room), part.places().subList(0, room), part.places().get(room - 1),
                part.lookedAt());
    }

    Part read(String cursor, int lookAt) {
        if (state == JobState.UNKNOWN) {
            return new Part(List.of(), List.of(), null, 0);
        }
        int colon = cursor == null ? -1 : cursor.indexOf(':');
        if (cursor != null && !JobPage.isCursor(cursor, state)) {
            throw Refusal.invalid("This is no cursor: " + Refusal.shortened(cursor));
        }
        List<Object> answer = scripts.run("page", keys.meta(), key(), colon < 0 ? "" : cursor.substring(0, colon),
                colon < 0 ? "" : cursor.substring(colon + 1), lookAt, search.asciiPart(), dataCarried);
        boolean end = (Long) answer.get(0) == 1;
        List<JobSummary> jobs = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (int at = 4; at < answer.size(); at += 2 + FIELDS) {
            String id = (String) answer.get(at);
            String place = (String) answer.get(at + 1);
            List<?> fields = answer.get(at + 2) == null ? List.of() : answer.subList(at + 2, at + 2 + FIELDS);
            if (isHit(id, fields)) {
                jobs.add(summary(id, place, fields));
                places.add(place + ":" + id);
            }
        }
        return new Part(jobs, places, end ? null : answer.get(1) + ":" + answer.get(2),
                ((Long) answer.get(3)).intValue());
    }

    private String key() {
        return state == JobState.WAITING ? "wait" : state.text();
    }

    private boolean isHit(String id, List<?> fields) {
        boolean unseen = !fields.isEmpty() && (Long) fields.get(8) == 1;
        return search.isExact() && !unseen || matches(id, fields);
    }

    private boolean matches(String id, List<?> fields) {
        Predicate<String> hit = text -> text != null && JobReader.folded(text).contains(search.text());
        if (fields.isEmpty()) {
            return hit.test(id);
        }
        if (hit.test(id) || hit.test(text(fields, 0)) || hit.test(text(fields, 3)) || hit.test(text(fields, 1))) {
            return true;
        }
        boolean seenWhole = (Long) fields.get(2) <= dataCarried && text(fields, 3).length() < ERROR_CUT / 4;
        return !seenWhole && new JobReader(scripts, keys).find(id)
                .map(job -> hit.test(job.data()) || hit.test(job.failedReason())).orElse(false);
    }

    private JobSummary summary(String id, String place, List<?> fields) {
        if (fields.isEmpty()) {
            return new JobSummary(id, null, 0, null, time(place, null), null, 0, null, true);
        }
        long bytes = (Long) fields.get(2);
        String error = ErrorFingerprint.firstLine(text(fields, 3));
        return new JobSummary(id, text(fields, 0), whole(text(fields, 4), 0L).intValue(),
                error.isEmpty() ? null : error,
                time(place, text(fields, 5)), bytes > dataCarried ? null : text(fields, 1), bytes,
                whole(text(fields, 7), null), false);
    }

    private Instant time(String place, String added) {
        Long score = whole(place, null);
        return switch (state) {
            case FAILED, COMPLETED, WAITING_CHILDREN -> Times.ofMillis(score);
            case DELAYED -> Times.ofDelayedScore(score);
            default -> Times.ofMillis(whole(added, null));
        };
    }

    private static Long whole(String text, Long otherwise) {
        return Times.whole(text, otherwise);
    }

    private static String text(List<?> fields, int at) {
        return (String) fields.get(at);
    }
}
