package dev.callboard.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import dev.callboard.cli.ConnectionChoice;
import dev.callboard.jobs.JobQueue;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisConnection;
import dev.callboard.sample.FixtureCardSale;
import dev.callboard.sample.FixtureCards;
import dev.callboard.sample.FixtureDay;
import dev.callboard.sample.FixtureFailures;
import dev.callboard.sample.FixtureFloor;
import dev.callboard.sample.FixtureMails;
import dev.callboard.sample.FixtureNumbers;
import dev.callboard.sample.FixtureStaff;
import dev.callboard.sample.FixtureTrade;
import dev.callboard.sample.SampleShop;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;
import dev.callboard.stock.GateReconciler;
import dev.callboard.tickets.Counters;
import dev.callboard.workers.FulfilmentHandler;
import dev.callboard.workers.WorkerWatch;

/** The shop of the pictures: real servers in a temporary folder, a held clock, and the day that they all show. */
final class Fixture implements AutoCloseable {
    private static final int CONNECTIONS = 12;

    private final Path folder;
    private final Servers servers;
    private final Settings settings;
    private final AtomicReference<Instant> clock = new AtomicReference<>(FixtureDay.momentOf("06:00:00"));
    private final ConsoleShop shop;
    private PostgresAddress worker;

    Fixture() {
        this.folder = temporaryFolder();
        this.settings = Settings.defaults().with(KnownSettings.SHOP_ZONE, ZoneId.of("Europe/Berlin"))
                .with(KnownSettings.SHOP_NAME, "Quayside Home & Hardware")
                .with(KnownSettings.GATEWAY_URL, URI.create("https://queue.quayside.example"))
                .with(KnownSettings.COUNTER_LEASE, Duration.ofHours(3));
        this.servers = new Servers(
                new ConnectionChoice(Optional.empty(), Optional.empty(), folder, Optional.empty(), settings));
        try (FixtureStaff staff = new FixtureStaff(servers.postgresForMigrations(), clock::get)) {
            staff.hire(List.of(FixtureDay.PERSON));
            this.shop = new ConsoleShop(servers, staff.address(FixtureDay.PERSON), settings, clock::get);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("callboard-shots");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lives the whole day; some seconds of work. */
    void fill() throws InterruptedException {
        try (FixtureStaff staff = new FixtureStaff(servers.postgresForMigrations(), clock::get)) {
            worker = staff.worker("worker-1");
        }
        SampleShop sample = new SampleShop(shop.commands());
        FixtureDay day = new FixtureDay(sample, clock::set);
        FixtureTrade trade = new FixtureTrade(sample, clock::set);
        day.open();
        trade.fillShelves();
        trade.sellInTheMorning();
        UUID collected;
        try (FixtureNumbers numbers = new FixtureNumbers(servers.postgresForMigrations())) {
            numbers.beforeTheCollectedOrder();
            collected = day.orderToCollect();
            numbers.beforeTheTrouble();
        }
        // a day in seconds: the reconciler meets holds that have ended a moment ago
        try (Hush dayInSeconds = Hush.over(GateReconciler.class);
                Duties good = duties(SampleOpening.fast(settings), System::nanoTime)) {
            good.start();
            clock.set(clock.get().plusSeconds(70));
            good.drain();
        }
        UUID waitedFor = null;
        try (Hush mailIsMeantToFail = Hush.over(FulfilmentHandler.class, GateReconciler.class);
                FixtureMails mails = new FixtureMails(clock::set);
                Duties bad = duties(SampleOpening.mailDown(settings, mails.address()), mails::spentNanos);
                RedisConnection redis = new RedisConnection(servers.redisForDuties())) {
            FixtureCardSale byCard = new FixtureCardSale(sample, shop.trade().cardPayments(new FixtureCards()),
                    queue(redis, settings.get(KnownSettings.FULFILMENT_QUEUE)), clock::set);
            bad.start();
            for (int order = FixtureMails.ORDERS - 1; order >= 0; order--) {
                mails.expect(order);
                if (order == FixtureDay.WAITED_FOR) {
                    waitedFor = byCard.sell();
                } else {
                    day.orderToFail(order);
                }
                bad.drain();
            }
        }
        failOthers();
        trade.leaveOpen(shop.trade().cancellations(), shop.trade().expiry(), shop.trade().gate(),
                shop.trade().gateReconciler());
        day.visitors(collected, waitedFor);
        FixtureDay.screensShow(shop.boards(), clock::set);
        fillFloor();
        clock.set(FixtureDay.BEFORE);
    }

    private void failOthers() throws InterruptedException {
        try (RedisConnection redis = new RedisConnection(servers.redisForDuties())) {
            failures(redis).fail();
        }
    }

    /** What fails in the queues of others. @param redis of a worker */
    FixtureFailures failures(RedisConnection redis) {
        return new FixtureFailures(name -> queue(redis, name), settings.get(KnownSettings.FULFILMENT_QUEUE));
    }

    private JobQueue queue(RedisConnection redis, String name) {
        return new JobQueue(redis, settings.get(KnownSettings.BULLMQ_PREFIX), name);
    }

    private void fillFloor() {
        FixtureFloor floor = new FixtureFloor(clock::set);
        floor.open(shop.queues().list(), shop.rules(), shop.counterPlaces());
        floor.handle(shop.queues().list(), shop.alerts());
        try (FixtureStaff staff = new FixtureStaff(servers.postgresForMigrations(), clock::get)) {
            staff.hire(FixtureFloor.logins());
            floor.seat(login -> length -> new Counters(staff.of(login), length));
        }
    }

    /** A worker's login that may hold the clock too. @param nanos what its work is timed by */
    private Duties duties(Settings how, LongSupplier nanos) {
        return new Duties(Database.withHeldClock(worker, CONNECTIONS, clock::get),
                new RedisConnection(servers.redisForDuties()), how, (duty, failure) -> {},
                new WorkerWatch("worker-1", nanos));
    }

    /** The half minute before the moment of the pictures. */
    void arrive() {
        new FixtureDay(new SampleShop(shop.commands()), clock::set).lastHalfMinute();
        clock.set(FixtureDay.NOW);
        FixtureDay.screensAreThere(shop.boards());
    }

    void holdClockAt(Instant moment) {
        clock.set(moment);
    }

    Instant now() {
        return clock.get();
    }

    /** Takes the servers away under the console. */
    void stopServers() {
        servers.close();
    }

    /** Where it all is; stays open, it belongs to the fixture. */
    Servers servers() {
        return servers;
    }

    ConsoleShop shop() {
        return shop;
    }

    Settings settings() {
        return settings;
    }

    /** Ends the servers and leaves nothing behind; a second time does nothing. */
    @Override
    public synchronized void close() {
        if (Files.notExists(folder)) {
            return;
        }
        shop.close();
        servers.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Fixture::delete);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
