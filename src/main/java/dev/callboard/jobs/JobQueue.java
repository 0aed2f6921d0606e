package dev.callboard.jobs;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.callboard.redis.RedisConnection;

/**
 * One queue: adding, steering and reading its jobs. Safe for many threads; opens nothing by itself.
 *
 * <p>Every method throws {@link dev.callboard.refusals.Unavailable} when Redis cannot be reached; whether a change was
 * made is then unknown.
 */
public final class JobQueue {
    private final JobScripts scripts;
    private final QueueKeys keys;
    private final JobProducer producer;
    private final JobReader reader;
    private final JobAdministration administration;
    private final JobClearing clearing;
    private final OptionsMemory options = new OptionsMemory();

    /**
     * @param prefix common start of the keys, {@code bull} by BullMQ's default; may carry braces for a cluster
     * @param name the queue's name, without colons
     */
    public JobQueue(RedisConnection redis, String prefix, String name) {
        this(new JobScripts(redis), new QueueKeys(prefix, name));
    }

    JobQueue(JobScripts scripts, QueueKeys keys) {
        this.scripts = scripts;
        this.keys = keys;
        this.producer = new JobProducer(scripts, keys);
        this.reader = new JobReader(scripts, keys);
        this.administration = new JobAdministration(scripts, keys);
        this.clearing = new JobClearing(scripts, keys);
    }

    public String name() {
        return keys.name();
    }

    public String prefix() {
        return keys.prefix();
    }

    JobScripts scripts() {
        return scripts;
    }

    QueueKeys keys() {
        return keys;
    }

    OptionsMemory options() {
        return options;
    }

    /**
     * Adds a job; an id that is there already is left untouched.
     *
     * @return its id
     * @throws dev.callboard.refusals.Refusal {@code invalid} for an id that BullMQ would refuse or swallow, or data
     *         that is not JSON
     */
    public String add(NewJob job) {
        return producer.add(job);
    }

    /** Adds many, each by itself; ids in the same order. */
    public List<String> addAll(List<NewJob> jobs) {
        return producer.add(jobs);
    }

    /** True when the queue exists in Redis. */
    public boolean exists() {
        return reader.exists();
    }

    public QueueOverview overview() {
        return reader.overview(new WorkerPresence(scripts.redis()).countIn(keys));
    }

    public JobCounts counts() {
        return reader.overview(null).counts();
    }

    public boolean isPaused() {
        return reader.overview(null).paused();
    }

    /** Lets no worker take a job, of whatever library; jobs stay where they are. */
    public void pause() {
        administration.pause();
    }

    /** Ends the pause, and brings home what BullMQ 5 put aside meanwhile. */
    public void resume() {
        administration.resume();
    }

    /**
     * A page of a state's jobs, newest first.
     *
     * @param cursor {@link JobPage#next} of the page before, or null for the first
     * @param match literal part of id, name, error or data, any case; null for all
     */
    public JobPage page(JobState state, String cursor, int limit, String match) {
        return reader.page(state, cursor, limit, match);
    }

    /** How many jobs of a state match; exact at the cost of looking at each when a match is given. */
    public long total(JobState state, String match) {
        return reader.total(state, match);
    }

    /** Every id of a state that matches, newest first: the frozen list of a bulk action. */
    public List<String> ids(JobState state, String match) {
        return reader.ids(state, match);
    }

    /** Every id of a state that is sorted by time, newest first, with its place; cheaper than the jobs themselves. */
    public List<JobPlace> places(JobState state) {
        return reader.places(state);
    }

    /** Failed jobs by kind of error, largest group first. */
    public List<JobGroup> groups() {
        return reader.groups();
    }

    /** The job whole, or empty when neither its hash nor its id is anywhere. */
    public Optional<JobSnapshot> find(String id) {
        return reader.find(id);
    }

    /** As {@link #find} for many; those that are nowhere are left out. */
    public Map<String, JobSnapshot> findAll(Collection<String> ids) {
        return reader.findAll(ids);
    }

    /** From failed back to waiting, with all attempts again and its own priority. Its old error is wiped. */
    public JobActionResult retry(String id) {
        return retryAll(List.of(id)).get(id);
    }

    public Map<String, JobActionResult> retryAll(Collection<String> ids) {
        return administration.retry(ids);
    }

    /**
     * Sends back every job that has failed by now, oldest first, each as {@link #retry} does; for queues whose jobs
     * belong to nobody's records.
     *
     * @return how many were sent back
     */
    public long retryAllFailed() {
        return administration.retryAll();
    }

    /** Removes a job from wherever it stands, and everything kept for it; not while a worker holds it. */
    public JobActionResult remove(String id) {
        return removeAll(List.of(id)).get(id);
    }

    public Map<String, JobActionResult> removeAll(Collection<String> ids) {
        return administration.remove(ids);
    }

    /** A delayed job becomes due now. */
    public JobActionResult promote(String id) {
        return promoteAll(List.of(id)).get(id);
    }

    public Map<String, JobActionResult> promoteAll(Collection<String> ids) {
        return administration.promote(ids);
    }

    /**
     * Removes every job that waits, without a word in the event stream, as BullMQ does; the present jobs of schedules
     * stay. Jobs added meanwhile may go or stay.
     *
     * @param delayedToo true to remove those that are due later as well
     * @return how many were removed
     */
    public long drain(boolean delayedToo) {
        return drain(delayedToo, Progress.NONE);
    }

    /** As {@link #drain(boolean)}, watched. */
    public long drain(boolean delayedToo, Progress progress) {
        return clearing.drain(delayedToo, progress);
    }

    /**
     * Removes jobs by age: completed and failed ones by when they ended, others by when they were added; of active ones
     * only those that no worker holds.
     *
     * @param age 0 for all
     * @param most at most so many, oldest first where the state knows an order
     * @return the removed ids
     */
    public List<String> clean(JobState state, Duration age, int most) {
        return clean(state, age, most, Progress.NONE);
    }

    /** As {@link #clean(JobState, Duration, int)}, watched. */
    public List<String> clean(JobState state, Duration age, int most, Progress progress) {
        return clearing.clean(state, age, most, progress);
    }

    /**
     * Gives a job another priority; a waiting one changes its place.
     *
     * @param priority 0 for none, else 1 (first) to {@link JobOptions#LARGEST_PRIORITY}
     * @param first true to be the first of those with that priority
     */
    public JobActionResult changePriority(String id, int priority, boolean first) {
        return administration.changePriority(id, priority, first);
    }

    /** Makes a delayed job due after the given time from now. */
    public JobActionResult changeDelay(String id, Duration delay) {
        return administration.changeDelay(id, delay);
    }

    /** Replaces a job's data; {@code invalid} is refused where it is no JSON. A worker that has it keeps the old. */
    public JobActionResult editData(String id, String json) {
        return administration.editData(id, json);
    }

    /** Hears every event from now on, in order, on a thread of its own, until closed. */
    public JobEvents events(Consumer<JobEvent> listener) {
        return new JobEvents(scripts.redis(), keys, listener);
    }
}
