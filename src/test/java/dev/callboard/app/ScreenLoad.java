package dev.callboard.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

import dev.callboard.cli.ConnectionChoice;
import dev.callboard.console.Connection;
import dev.callboard.console.Fx;
import dev.callboard.console.ScreenPlace;
import dev.callboard.parts.ShopClock;
import dev.callboard.redis.RedisConnection;
import dev.callboard.refusals.Refusal;
import dev.callboard.settings.Settings;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/**
 * Not a test: 10,000 waiting tickets and 20,000 failed jobs in a real console without a display, while 500 changes a
 * second arrive. Prints per screen the longest turn of the FX thread, how long it was ever held up, its pulses, and the
 * memory. The longest turn is in processor time, which a busy machine does not stretch.
 */
public final class ScreenLoad {
    private static final int TICKETS = 10_000;
    private static final int JOBS = 20_000;
    private static final int CHANGES_A_SECOND = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final List<String> QUEUES = List.of("A", "B", "C", "D");
    private static final String FAILED_JOBS = """
            local from, to, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            for id = from, to do
              redis.call('hset', 'bull:imports:' .. id, 'name', 'import', 'data', '{"file":"part-' .. id .. '.csv"}',
                'opts', '{"attempts":3}', 'timestamp', now - id, 'delay', 0, 'priority', 0, 'processedOn', now - id,
                'finishedOn', now - id, 'attemptsMade', 3, 'atm', 3, 'ats', 3,
                'failedReason', 'Line ' .. id .. ' of store ' .. (id % 40) .. ' has no price',
                'stacktrace', '["Error: no price\\\\n    at parse (/app/parse.js:10:7)"]')
              redis.call('zadd', 'bull:imports:failed', now - id, id)
            end
            redis.call('hset', 'bull:imports:meta', 'opts.maxLenEvents', 10000)
            return to
            """;
    private static final String CHANGE_JOB = """
            redis.call('zrem', 'bull:imports:failed', ARGV[1])
            redis.call('zadd', 'bull:imports:failed', ARGV[2], ARGV[1])
            redis.call('xadd', 'bull:imports:events', 'MAXLEN', '~', 10000, '*', 'event', 'failed', 'jobId', ARGV[1],
              'failedReason', 'again')
            return 1
            """;

    private final List<String> screens;
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicLong longestWait = new AtomicLong();
    private final AtomicLong longestTurn = new AtomicLong();
    private final AtomicLong longestPulse = new AtomicLong();
    private final AtomicInteger pulses = new AtomicInteger();
    private volatile boolean over;

    /** @param screens names of those to be measured; empty for all */
    private ScreenLoad(List<String> screens) {
        this.screens = screens;
    }

    public static void main(String[] arguments) throws Exception {
        new ScreenLoad(List.of(arguments)).run(Files.createTempDirectory("callboard-load"));
        System.exit(0);
    }

    private void run(Path folder) throws Exception {
        ConnectionChoice choice = new ConnectionChoice(Optional.empty(), Optional.empty(), folder, Optional.empty(),
                Settings.defaults());
        try (Servers servers = new Servers(choice);
                ConsoleShop shop = new ConsoleShop(servers, choice.settings(), () -> null);
                RedisConnection redis = new RedisConnection(servers.redis());
                ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            Tickets tickets = shop.commands().tickets();
            fill(shop.commands().queues(), tickets, redis, background);
            ConsoleFace face = Fx.on(() -> new ConsoleFace(shop, new Connection("load", false, "callboard"),
                    choice.settings(), new ConsoleFace.Place("Counter 1", List.of()), ShopClock.running()));
            Fx.on(() -> {
                face.show(new Stage());
                pulses().start();
                return null;
            });
            background.execute(this::ask);
            for (int worker = 0; worker < 5; worker++) {
                int number = worker;
                background.execute(() -> change(tickets, redis, number));
            }
            for (ScreenPlace place : face.places()) {
                if (screens.isEmpty() || screens.contains(place.name())) {
                    measure(face, place);
                }
            }
            over = true;
            Fx.on(() -> {
                face.close();
                return null;
            });
            face.leave();
        }
    }

    private static void fill(Queues queues, Tickets tickets, RedisConnection redis, ExecutorService background)
            throws Exception {
        QUEUES.forEach(code -> queues.add(code, "Desk " + code));
        List<Future<?>> joins = new ArrayList<>();
        for (int part = 0; part < 8; part++) {
            joins.add(background.submit(() -> {
                for (int visitor = 0; visitor < TICKETS / 8; visitor++) {
                    tickets.join(JoinRequest.of(QUEUES.get(visitor % QUEUES.size())));
                }
            }));
        }
        for (Future<?> join : joins) {
            join.get();
        }
        for (int from = 1; from <= JOBS; from += 1_000) {
            redis.client().getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE, FAILED_JOBS,
                    RScript.ReturnType.LONG, List.of(), from, from + 999, System.currentTimeMillis());
        }
        System.out.printf("%d tickets wait, %d jobs have failed%n", TICKETS, JOBS);
    }

    /** One of five, each a fifth of the changes: joins, calls, ends; every fifth change is a job's. */
    private void change(Tickets tickets, RedisConnection redis, int number) {
        long next = System.nanoTime();
        for (int turn = 0; !over; turn++) {
            try {
                if (number == 4) {
                    redis.client().getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE, CHANGE_JOB,
                            RScript.ReturnType.LONG, List.of(), 1 + turn % JOBS, System.currentTimeMillis());
                } else {
                    serve(tickets, "Load " + number, turn);
                }
                changes.incrementAndGet();
            } catch (Refusal ordinary) {
                changes.incrementAndGet();
            }
            next += 1_000_000_000L * 5 / CHANGES_A_SECOND;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private static void serve(Tickets tickets, String counter, int turn) {
        Optional<Ticket> here = turn % 4 == 0 ? Optional.empty() : tickets.atCounter(counter);
        if (turn % 4 == 0) {
            tickets.join(JoinRequest.of(QUEUES.get(turn / 4 % QUEUES.size())));
        } else if (here.isEmpty()) {
            tickets.callNext(QUEUES, counter, LeaseToken.none());
        } else {
            switch (here.get().state()) {
                case CALLED -> tickets.serve(here.get().id(), LeaseToken.none());
                default -> tickets.complete(here.get().id(), LeaseToken.none());
            }
        }
    }

    private void measure(ConsoleFace face, ScreenPlace place) {
        Fx.on(() -> {
            face.window().show(place);
            return null;
        });
        pause(WARM_UP);
        longestWait.set(0);
        longestTurn.set(0);
        longestPulse.set(0);
        pulses.set(0);
        int before = changes.get();
        pause(MEASURED);
        System.out.printf(
                "%-10s longest turn %3d ms, held up at most %4d ms, longest pulse %4d ms, %2d pulses/s, %3d changes/s, heap %d MB%n",
                place.name(), longestTurn.get() / 1_000_000, longestWait.get() / 1_000_000,
                longestPulse.get() / 1_000_000,
                pulses.get() / MEASURED.toSeconds(), (changes.get() - before) / MEASURED.toSeconds(), heap());
    }

    private static long heap() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return (machine.totalMemory() - machine.freeMemory()) >> 20;
    }

    /** Asks the FX thread for a sign of life, all the time. */
    private void ask() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long spent = 0;
        while (!over) {
            long asked = System.nanoTime();
            CompletableFuture<Long> answer = new CompletableFuture<>();
            Fx.THREAD.execute(() -> answer.complete(threads.getCurrentThreadCpuTime()));
            long now = answer.join();
            longestWait.accumulateAndGet(System.nanoTime() - asked, Math::max);
            if (spent > 0) {
                longestTurn.accumulateAndGet(now - spent, Math::max);
            }
            spent = now;
            pause(Duration.ofMillis(2));
        }
    }

    private AnimationTimer pulses() {
        return new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                if (last != 0) {
                    longestPulse.accumulateAndGet(now - last, Math::max);
                }
                last = now;
                pulses.incrementAndGet();
            }
        };
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
