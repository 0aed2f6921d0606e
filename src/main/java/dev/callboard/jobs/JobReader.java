package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a queue's jobs in steps, each of which keeps Redis for a few milliseconds at most. */
final class JobReader {
    static final int LOG_LINES = 1000;
    private static final int PLACES_PER_CALL = 2_000;
    private static final int LOOKED_AT_PER_CALL = 125;
    private static final int LOOKED_AT_PER_PAGE = 20_000;
    private static final int SEARCHES = 5;
    private static final int JOBS_PER_CALL = 40;
    private static final int DATA_IN_LISTS = 4096;

    private final JobScripts scripts;
    private final QueueKeys keys;

    JobReader(JobScripts scripts, QueueKeys keys) {
        this.scripts = scripts;
        this.keys = keys;
    }

    QueueOverview overview(Integer workers) {
        List<Object> found = scripts.run("counts", keys.meta());
        String version = (String) found.get(2);
        return new QueueOverview(keys.name(), version.isEmpty() ? null : version, number(found, 1) == 1,
                new JobCounts(number(found, 3), number(found, 4), number(found, 5), number(found, 6), number(found, 7),
                        number(found, 8), number(found, 9)),
                workers);
    }

    boolean exists() {
        return number(scripts.run("counts", keys.meta()), 0) == 1;
    }

    private static long number(List<Object> answer, int at) {
        return (Long) answer.get(at);
    }

    JobPage page(JobState state, String cursor, int limit, String match) {
        List<JobSummary> jobs = new ArrayList<>();
        PageScript script = new PageScript(scripts, keys, state, match, DATA_IN_LISTS);
        PageScript.Part part = null;
        String next = cursor;
        int looked = 0;
        do {
            int wanted = script.isSearch() ? LOOKED_AT_PER_CALL : Math.min(LOOKED_AT_PER_CALL, limit - jobs.size());
            part = script.read(next, wanted);
            int room = limit - jobs.size();
            if (part.jobs().size() > room) {
                part = script.cut(part, room);
            }
            jobs.addAll(part.jobs());
            next = part.next();
            looked += part.lookedAt();
        } while (next != null && jobs.size() < limit && looked < LOOKED_AT_PER_PAGE);
        return new JobPage(List.copyOf(jobs), next);
    }

    long total(JobState state, String match) {
        if (match == null || match.isEmpty()) {
            return overview(null).counts().of(state);
        }
        long[] total = {0};
        each(state, match, job -> total[0]++);
        return total[0];
    }

    List<String> ids(JobState state, String match) {
        List<String> ids = new ArrayList<>();
        each(state, match, job -> ids.add(job.id()));
        return ids;
    }

    /** A list that changes meanwhile may lack a job or have one twice; the next look mends it. */
    List<JobPlace> places(JobState state) {
        List<JobPlace> places = new ArrayList<>();
        List<Object> answer;
        do {
            answer = scripts.run("places", keys.meta(), state.text(), places.size(), PLACES_PER_CALL);
            for (int at = 0; at < answer.size(); at += 2) {
                places.add(new JobPlace((String) answer.get(at), (String) answer.get(at + 1)));
            }
        } while (answer.size() == 2 * PLACES_PER_CALL);
        return places;
    }

    List<JobGroup> groups() {
        Map<String, JobGroup> groups = new HashMap<>();
        each(JobState.FAILED, null, job -> {
            String error = job.error() == null ? "" : job.error();
            // newest first: what comes later is older
            groups.merge(ErrorFingerprint.of(error),
                    new JobGroup(ErrorFingerprint.of(error), error, 1, job.at(), job.at()),
                    (group, one) -> new JobGroup(group.fingerprint(), group.error(), group.count() + 1, one.first(),
                            group.last()));
        });
        return groups.values().stream()
                .sorted(Comparator.comparingLong(JobGroup::count).reversed().thenComparing(JobGroup::fingerprint))
                .toList();
    }

    private void each(JobState state, String match, Consumer<JobSummary> use) {
        PageScript script = new PageScript(scripts, keys, state, match, PageScript.NO_DATA);
        String cursor = null;
        do {
            PageScript.Part part = script.read(cursor, LOOKED_AT_PER_CALL);
            part.jobs().forEach(use);
            cursor = part.next();
        } while (cursor != null);
    }

    Optional<JobSnapshot> find(String id) {
        List<Object> answer = read(List.of(id), ListSearch.UNKNOWN).getFirst();
        for (int time = 0; answer.size() == 1 && time < SEARCHES; time++) {
            answer = read(List.of(id), new ListSearch(scripts, keys).placeOf(id)).getFirst();
        }
        if (answer.size() == 1) {
            // it moves faster than it can be found: nothing is said of where it stands
            answer = read(List.of(id), "none").getFirst();
        }
        return SnapshotReading.of(id, answer);
    }

    Map<String, JobSnapshot> findAll(Collection<String> ids) {
        Map<String, JobSnapshot> found = new HashMap<>();
        List<String> rest = List.copyOf(ids);
        while (!rest.isEmpty()) {
            List<String> part = rest.subList(0, Math.min(JOBS_PER_CALL, rest.size()));
            List<List<Object>> answers = read(part, ListSearch.UNKNOWN);
            for (int at = 0; at < answers.size(); at++) {
                String id = part.get(at);
                (answers.get(at).size() == 1 ? find(id) : SnapshotReading.of(id, answers.get(at)))
                        .ifPresent(job -> found.put(id, job));
            }
            rest = rest.subList(answers.size(), rest.size());
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private List<List<Object>> read(List<String> ids, String place) {
        Object[] arguments = Stream.concat(Stream.of(LOG_LINES), ids.stream().flatMap(id -> Stream.of(id, place)))
                .toArray();
        return scripts.runForBytes("read", keys.meta(), arguments).stream().map(job -> (List<Object>) job).toList();
    }

    /** Folded as the search compares. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
