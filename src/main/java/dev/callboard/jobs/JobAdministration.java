package dev.callboard.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.callboard.refusals.Refusal;

/** What a person does to a queue's jobs. Each call of a script touches few jobs, so that Redis is never held up. */
final class JobAdministration {
    private static final int RETRIES_PER_CALL = 100;
    /** Those of everybody are sent back without asking for each, and so quicker. */
    private static final int RETRIES_OF_ALL_PER_CALL = 400;
    private static final int REMOVALS_PER_CALL = 20;

    private final JobScripts scripts;
    private final QueueKeys keys;
    private final ListSearch search;

    JobAdministration(JobScripts scripts, QueueKeys keys) {
        this.scripts = scripts;
        this.keys = keys;
        this.search = new ListSearch(scripts, keys);
    }

    void pause() {
        scripts.runForLong("pause", keys.meta());
    }

    void resume() {
        String first = "1";
        while (scripts.runForLong("resume", keys.meta(), first) > 0) {
            first = "0";
        }
    }

    Map<String, JobActionResult> retry(Collection<String> ids) {
        return perId("retry", ids, RETRIES_PER_CALL);
    }

    long retryAll() {
        Object till = "";
        long sent = 0;
        Object passed = 0;
        boolean isMore = true;
        while (isMore) {
            List<Object> answer = scripts.run("retryall", keys.meta(), till, RETRIES_OF_ALL_PER_CALL, passed);
            sent += (Long) answer.get(0);
            passed = answer.get(1);
            isMore = (Long) answer.get(2) == 1;
            till = answer.get(3);
        }
        return sent;
    }

    Map<String, JobActionResult> promote(Collection<String> ids) {
        return perId("promote", ids, RETRIES_PER_CALL);
    }

    Map<String, JobActionResult> remove(Collection<String> ids) {
        Map<String, JobActionResult> results = new LinkedHashMap<>();
        List<String> all = List.copyOf(new LinkedHashSet<>(ids));
        for (int from = 0; from < all.size(); from += REMOVALS_PER_CALL) {
            List<String> chunk = all.subList(from, Math.min(from + REMOVALS_PER_CALL, all.size()));
            List<Object> answers = scripts.run("remove", keys.meta(),
                    chunk.stream().flatMap(id -> Stream.of(id, ListSearch.UNKNOWN)).toArray());
            for (int at = 0; at < chunk.size(); at++) {
                String id = chunk.get(at);
                int code = ((Long) answers.get(at)).intValue();
                results.put(id, result(code == ListSearch.SEARCH_FIRST ? search.found(id, place -> remove(id, place))
                        : code));
            }
        }
        return results;
    }

    private int remove(String id, String place) {
        return ((Long) scripts.run("remove", keys.meta(), id, place).getFirst()).intValue();
    }

    JobActionResult changePriority(String id, int priority, boolean first) {
        JobOptions.DEFAULT.withPriority(priority);
        return result(search.found(id, place -> (int) scripts.runForLong("reprioritize", keys.meta(), id, priority,
                first ? "1" : "0", place)));
    }

    JobActionResult changeDelay(String id, Duration delay) {
        if (delay.isNegative()) {
            throw Refusal.invalid("A delay cannot be negative.");
        }
        return result((int) scripts.runForLong("redelay", keys.meta(), id, delay.toMillis()));
    }

    JobActionResult editData(String id, String json) {
        if (!JobProducer.isJson(json)) {
            throw Refusal.invalid("A job's data must be JSON.");
        }
        return result((int) scripts.runForLong("rewrite", keys.meta(), id, json));
    }

    private Map<String, JobActionResult> perId(String script, Collection<String> ids, int perCall) {
        Map<String, JobActionResult> results = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(new LinkedHashSet<>(ids));
        for (int from = 0; from < all.size(); from += perCall) {
            List<String> chunk = all.subList(from, Math.min(from + perCall, all.size()));
            List<Object> answers = scripts.run(script, keys.meta(), chunk.toArray());
            for (int at = 0; at < chunk.size(); at++) {
                results.put(chunk.get(at), result(((Long) answers.get(at)).intValue()));
            }
        }
        return results;
    }

    private static JobActionResult result(int code) {
        return switch (code) {
            case 1 -> JobActionResult.DONE;
            case 0 -> JobActionResult.MOVED;
            case -1 -> JobActionResult.GONE;
            case -2 -> JobActionResult.LOCKED;
            case -8 -> JobActionResult.LINKED;
            default -> throw new IllegalStateException("unheard-of answer " + code);
        };
    }
}
