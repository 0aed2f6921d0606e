package dev.callboard.triage;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.callboard.audit.AuditLog;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.Order;
import dev.callboard.orders.Orders;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Unavailable;

/** What people call a job: its id or, for the job of an order, the short number that screens show. */
public final class JobNames {
    private static final String NUMBER = "[1-9]\\d{0,17}";

    private final Database database;
    private final TriageQueues queues;
    private final Orders orders;
    private final Evidence evidence;
    private final AuditLog audit;

    public JobNames(Database database, TriageQueues queues, Orders orders, Evidence evidence, AuditLog audit) {
        this.database = database;
        this.queues = queues;
        this.orders = orders;
        this.evidence = evidence;
        this.audit = audit;
    }

    /**
     * The ids of the jobs that are meant, each once. A name that is or was a job's id in that queue means this job, and
     * else the order's job of that number; one that is neither stays as it is, for whoever looks for it to say so.
     *
     * @throws Unavailable where Redis cannot say whether a number is a job's id: it might be another's than the order's
     */
    public List<String> ids(String queue, Collection<String> names) {
        Map<Long, UUID> numbered = queues.isFulfilment(queue)
                ? orders.ofJobs(names.stream().filter(name -> name.matches(NUMBER)).map(Long::valueOf).toList())
                : Map.of();
        if (numbered.isEmpty()) {
            return List.copyOf(new LinkedHashSet<>(names));
        }
        Set<String> own = everSeen(queue, numbered.keySet().stream().map(String::valueOf).toList());
        return names.stream().map(name -> own.contains(name) || !name.matches(NUMBER) ? name
                : jobOf(numbered.get(Long.valueOf(name)), name)).distinct().toList();
    }

    private static String jobOf(UUID order, String otherwise) {
        return order == null ? otherwise : Order.jobId(order);
    }

    /** A job that was discarded or lost is still the one that is named, so that nobody acts on an order in its place. */
    private Set<String> everSeen(String queue, Collection<String> ids) {
        Set<String> seen = new HashSet<>(queues.open(queue).findAll(ids).keySet());
        Map<String, String> subjects = ids.stream()
                .collect(Collectors.toMap(id -> new JobKey(queue, id).subject(), Function.identity()));
        database.transaction(tx -> {
            seen.addAll(evidence.known(tx, queue, ids));
            audit.known(tx, "job", subjects.keySet()).forEach(subject -> seen.add(subjects.get(subject)));
            return null;
        });
        return seen;
    }

    /**
     * The numbers that screens show for these jobs, by id; jobs that are no order's are left out. They stand beside what
     * was done: none where Postgres does not answer any more.
     */
    public Map<String, Long> numbers(String queue, Collection<String> ids) {
        if (!queues.isFulfilment(queue)) {
            return Map.of();
        }
        List<UUID> known = ids.stream().map(FulfilmentJob::orderOf).filter(Objects::nonNull).toList();
        try {
            return orders.jobNumbers(known).entrySet().stream()
                    .collect(Collectors.toMap(found -> Order.jobId(found.getKey()), Map.Entry::getValue));
        } catch (Unavailable | NotPermitted unknown) {
            return Map.of();
        }
    }

    /**
     * The other queues that have a job of that name, for whoever named the wrong one; none where that cannot be found
     * out. Looks through all keys of Redis.
     */
    public List<String> elsewhere(String queue, String name) {
        try {
            return queues.names().stream().filter(other -> !other.equals(queue))
                    .filter(other -> !queues.named(other).findAll(ids(other, List.of(name))).isEmpty()).toList();
        } catch (Unavailable | NotPermitted unknown) {
            return List.of();
        }
    }
}
