package dev.callboard.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.callboard.audit.AuditLog;
import dev.callboard.audit.AuditRow;
import dev.callboard.jobs.ErrorFingerprint;
import dev.callboard.jobs.JobGroup;
import dev.callboard.jobs.JobPage;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.JobSummary;
import dev.callboard.jobs.QueueOverview;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderDetails;
import dev.callboard.orders.Orders;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;

/** Finds and shows jobs, with the orders they work for; queues may be anybody's. */
public final class JobCases {
    private final Database database;
    private final TriageQueues queues;
    private final Orders orders;
    private final Evidence evidence;
    private final AuditLog audit;
    private final LostJobs lost;
    private final CaseStore store = new CaseStore();

    public JobCases(Database database, TriageQueues queues, Orders orders, Evidence evidence, AuditLog audit) {
        this.database = database;
        this.queues = queues;
        this.orders = orders;
        this.evidence = evidence;
        this.audit = audit;
        this.lost = new LostJobs(database, orders, evidence);
    }

    /** Every queue in Redis, by name. */
    public List<QueueOverview> queues() {
        return queues.all();
    }

    /** @throws Refusal {@code not_found} */
    public QueueOverview queue(String name) {
        return queues.open(name).overview();
    }

    /**
     * How many jobs of these queues failed for good. A FAILED order counts once, whether Redis still has its job or not.
     *
     * @throws Refusal {@code not_found} for a queue that is gone
     */
    public long failed(List<String> names) {
        return names.stream().mapToLong(name -> {
            long there = queues.open(name).counts().failed();
            return queues.isFulfilment(name) ? Math.max(there, orders.failedStake().orders()) : there;
        }).sum();
    }

    /** Lets no worker take a job. @throws Refusal {@code not_found} */
    public QueueOverview pause(String name) {
        queues.open(name).pause();
        noteQueue(name, "jobs.pause");
        return queue(name);
    }

    /** Ends the pause. @throws Refusal {@code not_found} */
    public QueueOverview resume(String name) {
        queues.open(name).resume();
        noteQueue(name, "jobs.resume");
        return queue(name);
    }

    private void noteQueue(String name, String action) {
        database.transaction(tx -> {
            audit.write(tx, new dev.callboard.audit.AuditEntry(null, action, "jobs", name, null, Map.of(), Map.of()));
            return null;
        });
    }

    /**
     * A page of a queue's jobs, newest first. Failed orders whose job Redis lost stand on the first page.
     *
     * @param match case-insensitive literal part of id, name, error or data; null for all
     * @param cursor {@link JobList#next} of the page before, or null
     * @throws Refusal {@code not_found}, {@code invalid}
     */
    public JobList list(String queueName, JobState state, String match, int limit, String cursor) {
        JobQueue queue = queues.open(queueName);
        List<FailedJob> jobs = new ArrayList<>();
        String next = cursor;
        do {
            JobPage page = queue.page(state, next, limit - jobs.size(), match);
            jobs.addAll(withOrders(queueName, page.jobs()));
            next = page.next();
        } while (next != null && jobs.size() < limit);
        boolean mayBeLost = state == JobState.FAILED && queues.isFulfilment(queueName);
        List<FailedJob> lostJobs = mayBeLost ? lost.find(queue, match) : List.of();
        if (cursor == null && !lostJobs.isEmpty()) {
            jobs.addAll(lostJobs);
            jobs.sort(Comparator.comparing(FailedJob::at, Comparator.nullsLast(Comparator.reverseOrder())));
        }
        return new JobList(List.copyOf(jobs), next, queue.total(state, match) + lostJobs.size());
    }

    /** Every matching failed job as it stands now: the list that a bulk action acts on. */
    public List<FailedJob> freeze(String queueName, String match) {
        return freeze(queueName, JobState.FAILED, match);
    }

    /** As {@link #freeze(String, String)} for jobs of any state. */
    public List<FailedJob> freeze(String queueName, JobState state, String match) {
        JobQueue queue = queues.open(queueName);
        List<FailedJob> frozen = new ArrayList<>();
        String cursor = null;
        do {
            JobPage page = queue.page(state, cursor, 1_000, match);
            frozen.addAll(withOrders(queueName, page.jobs()));
            cursor = page.next();
        } while (cursor != null);
        if (state == JobState.FAILED && queues.isFulfilment(queueName)) {
            frozen.addAll(lost.find(queue, match));
        }
        return frozen;
    }

    /** A catalogue of every failed job, for one screen. */
    public FailedCatalog catalog() {
        return new FailedCatalog(queues, this, lost);
    }

    /** FAILED orders for which somebody waits. */
    public Set<UUID> waitedFor() {
        return lost.waitedFor();
    }

    /** The rows with their orders as they stand now. */
    public List<FailedJob> withPresentOrders(List<FailedJob> jobs) {
        List<UUID> ids = jobs.stream().filter(job -> job.order() != null).map(job -> job.order().uuid()).toList();
        Map<UUID, Order> byId = ids.isEmpty() ? Map.of()
                : orders.these(ids).stream().collect(Collectors.toMap(Order::uuid, Function.identity()));
        return jobs.stream().map(job -> job.order() == null ? job
                : job.of(byId.getOrDefault(job.order().uuid(), job.order()))).toList();
    }

    /** What was last done to each of these, where anything was. */
    public Map<JobKey, AuditRow> lastActs(List<FailedJob> jobs) {
        return database.transaction(tx -> {
            Map<JobKey, AuditRow> acts = new java.util.HashMap<>();
            for (FailedJob job : jobs) {
                List<AuditRow> rows = job.order() == null
                        ? audit.about(tx, "job", job.key().subject())
                        : audit.about(tx, "order", job.order().uuid().toString());
                if (!rows.isEmpty()) {
                    acts.put(job.key(), rows.getLast());
                }
            }
            return acts;
        });
    }

    /** Failed jobs by kind of error, the largest group first. @throws Refusal {@code not_found} */
    public List<JobGroup> groups(String queueName) {
        return queues.open(queueName).groups();
    }

    /** @throws Refusal {@code not_found} for an unknown queue or a job that left neither hash nor evidence */
    public JobCase show(String queueName, String id) {
        Optional<JobSnapshot> job = queues.open(queueName).find(id);
        UUID orderId = FulfilmentJob.orderOf(id);
        OrderDetails order = orderId == null ? null
                : orders.find(orderId).map(found -> orders.details(orderId)).orElse(null);
        JobKey key = new JobKey(queueName, id);
        JobCase found = database.transaction(tx -> {
            List<AuditRow> history = new ArrayList<>(audit.about(tx, "job", key.subject()));
            job.map(JobSnapshot::failedReason).ifPresent(
                    error -> history.addAll(audit.about(tx, "group", ErrorFingerprint.of(error))));
            if (order != null) {
                history.addAll(order.history());
            }
            history.sort(Comparator.comparingLong(AuditRow::id));
            return new JobCase(queueName, id, job.orElse(null), order, evidence.of(tx, key), history,
                    order == null ? null : new JobCase.Around(store.failures(tx, orderId),
                            store.ticket(tx, orderId).orElse(null), store.money(tx, orderId),
                            store.onHand(tx, orderId), queues.attemptsOfRetry(job.orElse(null))));
        });
        if (found.job() == null && found.evidence().isEmpty() && order == null) {
            throw Refusal.notFound("job", id);
        }
        return found;
    }

    List<FailedJob> withOrders(String queue, List<JobSummary> jobs) {
        List<UUID> ids = jobs.stream().map(job -> FulfilmentJob.orderOf(job.id())).filter(java.util.Objects::nonNull)
                .toList();
        Map<UUID, Order> byId = ids.isEmpty() ? Map.of()
                : orders.these(ids).stream().collect(Collectors.toMap(Order::uuid, Function.identity()));
        return jobs.stream().map(job -> {
            UUID order = FulfilmentJob.orderOf(job.id());
            return new FailedJob(queue, job.id(), job.name(), job.attemptsMade(), job.at(), job.error(),
                    order == null ? null : byId.get(order), false, job.missing(), job.data());
        }).toList();
    }
}
