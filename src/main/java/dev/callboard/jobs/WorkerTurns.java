package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker's calls: each puts finished jobs away and fetches new ones, under tokens that nobody else ever has. */
final class WorkerTurns {
    /** Jobs fetched by one call, and put away by one. */
    static final int JOBS_PER_CALL = 50;
    private static final Logger LOG = LoggerFactory.getLogger(WorkerTurns.class);
    private static final int HEAD = 6;
    private static final int VALUES_PER_JOB = 4;
    /** Of a job that is not fresh: which one it is, and what else is known of it. */
    private static final int OTHER_VALUES = 6;
    /** As in {@code parts/beginning}: each job of a call adds one of these to the call's token. */
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final JobQueue queue;
    private final JobWorkerOptions options;
    private final String tokens = UUID.randomUUID() + ":";
    private final AtomicLong counter = new AtomicLong();

    WorkerTurns(JobQueue queue, JobWorkerOptions options) {
        this.queue = queue;
        this.options = options;
    }

    /**
     * One call.
     *
     * @param ended at most {@link #JOBS_PER_CALL}
     * @param wanted jobs to fetch; no more than {@link #JOBS_PER_CALL} come
     * @throws dev.callboard.refusals.Unavailable when Redis is away; what was written is then unknown. Saying it again
     *         does no harm, since a lock is gone after the first time
     */
    Turn take(List<EndedJob> ended, int wanted) {
        long before = System.nanoTime();
        Map<EndingWay, String> ways = new LinkedHashMap<>();
        List<Object> jobs = new ArrayList<>(4 * ended.size());
        for (EndedJob job : ended) {
            EndingWay way = job.way(options.keepCompleted());
            String number = ways.computeIfAbsent(way, first -> String.valueOf(ways.size() + 1));
            Collections.addAll(jobs, job.job().id(), job.job().token(), job.value(), number);
        }
        // counted before the call: a token is never used twice, also where an answer is lost
        String token = tokens + counter.getAndIncrement() + ":";
        List<Object> arguments = new ArrayList<>(List.of(Math.min(wanted, JOBS_PER_CALL), token,
                options.lockDuration().toMillis(), options.limiterMax(), options.limiterDuration().toMillis(),
                options.workerName(), options.metricsMinutes(), ways.size(), ended.size()));
        ways.keySet().forEach(way -> way.appendTo(arguments));
        arguments.addAll(jobs);
        return turn(queue.scripts().run("turn", queue.keys().meta(), arguments.toArray()), ended.size(), token, before);
    }

    private Turn turn(List<Object> answer, int ended, String token, long before) {
        int first = HEAD + ended;
        int taken = whole(answer.get(3));
        int others = first + taken * VALUES_PER_JOB;
        int texts = others + whole(answer.get(4)) * OTHER_VALUES;
        int dropped = texts + whole(answer.get(5));
        List<HeldJob> jobs = new ArrayList<>(taken);
        for (int n = 0; n < taken; n++) {
            int at = first + n * VALUES_PER_JOB;
            // a copy: a long job must not keep the data of all the others in memory
            boolean isFresh = others == texts || !answer.get(others).equals(n + 1L);
            jobs.add(new HeldJob(queue, new ArrayList<>(answer.subList(at, at + VALUES_PER_JOB)),
                    isFresh ? HeldJob.FRESH : new ArrayList<>(answer.subList(others + 1, others + OTHER_VALUES)),
                    token + LETTERS.charAt(n), options.lockDuration(), before));
            others += isFresh ? 0 : OTHER_VALUES;
        }
        warn(answer.subList(dropped, answer.size()), "ids without a job were waiting and were taken out: {}");
        warn(answer.subList(texts, dropped), "books of ended jobs that could not be kept: {}");
        List<Integer> codes = answer.subList(HEAD, first).stream().map(WorkerTurns::whole).toList();
        return new Turn(codes, new FetchedJobs(jobs, (Long) answer.get(0), (Long) answer.get(1),
                (Long) answer.get(2) == 1));
    }

    private static int whole(Object number) {
        return ((Long) number).intValue();
    }

    private void warn(List<?> list, String what) {
        if (!list.isEmpty()) {
            LOG.warn(queue.name() + ": " + what, list);
        }
    }
}
