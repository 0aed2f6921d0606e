package dev.callboard.sample;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.sample.CallsReport.QueueResult;
import dev.callboard.settings.Settings;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;

/**
 * Plays the arrivals and leavings of a real call centre through the ticket commands, with the clock held at each of
 * their moments. Queues do not touch each other, so several are played at once; within one the order of the log holds.
 */
public final class CallsReplay {
    /** As many queues at once as make a disk's commits worth while. */
    private static final int LANES = 8;

    private final PostgresAddress address;
    private final BusinessDay businessDay;
    private final ThreadLocal<Instant> clock = new ThreadLocal<>();
    private final CallsStore store = new CallsStore();

    /** @param address a login that is a member of {@code callboard_admin}: only such a one may hold the clock */
    public CallsReplay(PostgresAddress address, Settings settings) {
        this.address = address;
        this.businessDay = BusinessDay.of(settings);
    }

    /**
     * Plays the file. A queue that exists is played on; only what this run did is reported.
     *
     * @throws dev.callboard.refusals.Refusal {@code invalid} where the file cannot be read, or whatever stops a command
     */
    public CallsReport run(Path file) {
        CallsFile calls = CallsReader.read(file);
        Map<String, List<CallRecord>> byQueue = calls.waited().stream()
                .collect(Collectors.groupingBy(CallRecord::queue));
        try (Database database = Database.withHeldClock(address, LANES, clock::get);
                ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            long before = database.transaction(store::lastEvent);
            List<Future<?>> played = byQueue.entrySet().stream()
                    .sorted(Comparator.comparing(queue -> -queue.getValue().size()))
                    .<Future<?>>map(queue -> lanes.submit(() -> play(database, queue.getKey(), queue.getValue())))
                    .toList();
            try {
                played.forEach(CallsReplay::await);
            } finally {
                lanes.shutdownNow();
            }
            SortedMap<String, QueueResult> results = new TreeMap<>();
            byQueue.keySet().forEach(queue -> results.put(queue,
                    database.transaction(tx -> store.outcome(tx, queue, before))));
            int tickets = results.values().stream().mapToInt(QueueResult::tickets).sum();
            return new CallsReport(tickets, results.size(), results, calls.rejectedLines());
        }
    }

    private void play(Database database, String queue, List<CallRecord> calls) {
        Tickets tickets = new Tickets(database, businessDay, Signals.none());
        Queues queues = new Queues(database, businessDay, Signals.none());
        List<CallStep> steps = CallStep.of(calls);
        Map<Integer, UUID> waiting = new HashMap<>();
        clock.set(steps.getFirst().at());
        if (queues.find(queue).isEmpty()) {
            queues.add(queue, "Calls " + queue);
        }
        for (CallStep step : steps) {
            clock.set(step.at());
            int line = step.call().line();
            if (step.kind() == CallStep.Kind.JOIN) {
                waiting.put(line, tickets.join(JoinRequest.of(queue)).id());
            } else {
                leave(tickets, waiting.remove(line), step.call());
            }
        }
        clock.remove();
    }

    private static void leave(Tickets tickets, UUID ticket, CallRecord call) {
        if (call.served()) {
            tickets.call(ticket, "Line " + call.queue(), LeaseToken.none(), "as the log has it");
            tickets.serve(ticket, LeaseToken.none());
            tickets.complete(ticket, LeaseToken.none());
        } else {
            tickets.cancel(ticket, "hung up");
        }
    }

    private static void await(Future<?> lane) {
        try {
            lane.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The replay was stopped.", stop);
        }
    }
}
