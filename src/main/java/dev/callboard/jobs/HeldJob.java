package dev.callboard.jobs;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A fetched job, its lock, and what is known of that lock. */
final class HeldJob implements ActiveJob {
    private final JobQueue queue;
    private final String id;
    private final String token;
    private final Map<String, String> fields;
    private final StoredOptions options;
    private final long lockNanos;
    private volatile long renewedAt;
    private volatile boolean lost;
    private volatile Thread thread;

    /**
     * @param fields the job's hash: field, value, …
     * @param fetchedAt {@link System#nanoTime} before the lock was set
     */
    HeldJob(JobQueue queue, String id, String token, List<?> fields, Duration lock, long fetchedAt) {
        this.queue = queue;
        this.id = id;
        this.token = token;
        this.fields = HashMap.newHashMap(fields.size() / 2);
        for (int at = 0; at + 1 < fields.size(); at += 2) {
            this.fields.put((String) fields.get(at), (String) fields.get(at + 1));
        }
        this.options = OptionsJson.read(this.fields.get("opts"));
        this.lockNanos = lock.toNanos();
        this.renewedAt = fetchedAt;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return fields.get("name");
    }

    @Override
    public String data() {
        return fields.get("data");
    }

    @Override
    public String opts() {
        return fields.get("opts");
    }

    @Override
    public int attemptsMade() {
        return Times.whole(fields.getOrDefault("atm", fields.get("attemptsMade")), 0L).intValue();
    }

    @Override
    public int attemptsStarted() {
        return Times.whole(fields.get("ats"), 0L).intValue();
    }

    @Override
    public int maxAttempts() {
        return (int) Math.min(Integer.MAX_VALUE, options.attempts());
    }

    @Override
    public String deferredFailure() {
        return fields.get("defa");
    }

    @Override
    public Long round() {
        return Times.whole(fields.get("cbr"), null);
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public void log(String line) {
        queue.scripts().runForLong("log", queue.keys().meta(), id, line, options.logLines());
    }

    @Override
    public boolean stillMine() {
        return !lost && System.nanoTime() - renewedAt < lockNanos;
    }

    StoredOptions options() {
        return options;
    }

    String storedStacktrace() {
        return fields.get("stacktrace");
    }

    void renewed(long at) {
        renewedAt = at;
    }

    /** From now on nothing that its handler says is written. */
    void giveUp() {
        lost = true;
    }

    void runsOn(Thread worker) {
        thread = worker;
    }

    void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
