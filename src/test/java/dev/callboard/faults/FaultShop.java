package dev.callboard.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.callboard.embedded.FreePort;

/** The processes of a shop, one gateway and three workers, and whatever goes wrong with them. */
final class FaultShop implements AutoCloseable {
    /** How many processes there are. */
    static final int PARTIES = 4;
    private static final List<String> EVERYWHERE = List.of("fulfilment.attempts=2", "fulfilment.backoff=100ms",
            "fulfilment.limiter.max=0", "fulfilment.lock=2s", "expiry.every=1s", "janitor.every=2s",
            "gateway.limiter.max=0");

    final FaultServers servers;
    final int gatewayPort;
    private final List<Party> parties = new ArrayList<>();
    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(2,
            Thread.ofPlatform().daemon().factory());
    private volatile boolean isWatched = true;

    FaultShop(Path folder) {
        servers = new FaultServers(folder);
        try {
            gatewayPort = FreePort.any();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        parties.add(party("gateway", "gateway", List.of("gateway", "--port", Integer.toString(gatewayPort))));
        for (int worker = 1; worker < PARTIES; worker++) {
            parties.add(party("worker-" + worker, "worker", List.of("worker")));
        }
        parties.forEach(Party::ensureRunning);
        timers.scheduleWithFixedDelay(this::watch, 300, 300, TimeUnit.MILLISECONDS);
    }

    private Party party(String name, String role, List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.addAll(servers.options(role));
        words.addAll(List.of("--verbose", "--data", servers.folder.resolve(name).toString()));
        EVERYWHERE.forEach(setting -> words.addAll(List.of("--set", setting)));
        return new Party(name, words, servers.folder);
    }

    private void watch() {
        if (isWatched) {
            parties.forEach(Party::ensureRunning);
        }
    }

    /** Makes it happen; what lasts goes on by itself. */
    void strike(Fault fault) throws InterruptedException {
        switch (fault) {
            case Fault.Kill(int party) -> parties.get(party).kill();
            case Fault.Freeze(int party, Duration lasting) -> {
                parties.get(party).freeze();
                after(lasting, parties.get(party)::thaw);
            }
            case Fault.RestartPostgres(boolean gently) -> servers.postgres.restart(gently);
            case Fault.RestartRedis(boolean gently) -> restartRedis(gently);
            case Fault.FlushRedis() -> servers.redis.flush();
            case Fault.FillConnections(Duration lasting) -> {
                AutoCloseable taken = servers.postgres.fill();
                after(lasting, () -> close(taken));
            }
            case Fault.Slow(Fault.Server server, Duration each, Duration lasting) ->
                servers.wire(server).slow(each, lasting);
            case Fault.Silent(Fault.Server server, Duration lasting) -> servers.wire(server).silent(lasting);
            case Fault.Down(Fault.Server server, Duration lasting) -> servers.wire(server).down(lasting);
            case Fault.StepClock(Duration by) -> servers.postgres.stepClock(by);
        }
    }

    private void restartRedis(boolean gently) {
        if (!gently) {
            servers.redis.kill9();
        }
        servers.redis.restart();
    }

    private void after(Duration length, Runnable end) {
        timers.schedule(end, length.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void close(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Ends all trouble, and begins one worker anew: its duties look around as they begin. */
    void calm() throws InterruptedException {
        servers.heal();
        parties.forEach(Party::thaw);
        parties.getLast().kill();
    }

    /** Processes that ended and nobody had killed them. */
    List<String> deaths() {
        return parties.stream().flatMap(party -> party.deaths().stream()).toList();
    }

    @Override
    public void close() {
        isWatched = false;
        timers.shutdownNow();
        parties.forEach(Party::close);
        servers.close();
    }
}
