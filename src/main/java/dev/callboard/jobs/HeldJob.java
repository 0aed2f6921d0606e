package dev.callboard.jobs;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A fetched job, its lock, and what is known of that lock. */
final class HeldJob implements ActiveJob {
    /** What else is known of a job that was stored and is now started for the first time. */
    static final List<Object> FRESH = Arrays.asList(null, "1", null, null, null);

    private final JobQueue queue;
    private final String id;
    private final String token;
    private final List<?> values;
    private final List<?> history;
    private final long lockNanos;
    private volatile long renewedAt;
    private volatile boolean lost;
    private volatile boolean beingPutAway;
    private Thread thread;

    /**
     * @param values id, name, data, opts; null for what is not there
     * @param history atm, ats, defa, cbr, stacktrace; null for what is not there; or {@link #FRESH}
     * @param token of its lock
     * @param fetchedAt {@link System#nanoTime} before the lock was set
     */
    HeldJob(JobQueue queue, List<?> values, List<?> history, String token, Duration lock, long fetchedAt) {
        this.queue = queue;
        this.id = (String) values.get(0);
        this.history = history;
        this.token = token;
        this.values = values;
        this.lockNanos = lock.toNanos();
        this.renewedAt = fetchedAt;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return text(1);
    }

    @Override
    public String data() {
        return text(2);
    }

    @Override
    public String opts() {
        return text(3);
    }

    @Override
    public int attemptsMade() {
        return Times.whole((String) history.get(0), 0L).intValue();
    }

    @Override
    public int attemptsStarted() {
        return Times.whole((String) history.get(1), 0L).intValue();
    }

    @Override
    public int maxAttempts() {
        return (int) Math.min(Integer.MAX_VALUE, options().attempts());
    }

    @Override
    public String deferredFailure() {
        return (String) history.get(2);
    }

    @Override
    public Long round() {
        return Times.whole((String) history.get(3), null);
    }

    @Override
    public String token() {
        return token;
    }

    private String text(int at) {
        return (String) values.get(at);
    }

    @Override
    public void log(String line) {
        queue.scripts().runForLong("log", queue.keys().meta(), id, line, options().logLines());
    }

    @Override
    public boolean stillMine() {
        return !lost && System.nanoTime() - renewedAt < lockNanos;
    }

    StoredOptions options() {
        return queue.options().of(opts());
    }

    String storedStacktrace() {
        return (String) history.get(4);
    }

    void renewed(long at) {
        renewedAt = at;
    }

    /** True when it was fetched with no field beside those of every new job. */
    boolean wasFresh() {
        return history == FRESH;
    }

    /** A call that ends its lock is under way, or, after an outage, is not any more. */
    void beingPutAway(boolean isSo) {
        beingPutAway = isSo;
    }

    /** True while a missing lock says nothing: the call that ends it may have done so. */
    boolean isBeingPutAway() {
        return beingPutAway;
    }

    /** From now on nothing that its handler says is written. */
    void giveUp() {
        lost = true;
    }

    synchronized void runsOn(Thread worker) {
        thread = worker;
    }

    /** The handler is through: an interruption that came late means nothing to what its thread does next. */
    synchronized void ranOut() {
        thread = null;
        Thread.interrupted();
    }

    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
