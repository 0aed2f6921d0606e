package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.client.codec.StringCodec;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.cli.ConnectionChoice;
import dev.callboard.console.connect.ConnectionProbe;
import dev.callboard.live.Topic;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.ReservationRequest;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisConnection;
import dev.callboard.redis.RedisTalk;
import dev.callboard.settings.Settings;
import dev.callboard.stock.Receipt;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.JoinRequest;

/** The Redis users of the README, line by line as they stand there: each can do its role's work, and no more. */
class RedisUsersTest {
    @TempDir
    private Path folder;
    private final TestRedis redis = TestServers.newRedis();
    private final PostgresAddress owner = TestServers.newDatabase();

    @BeforeEach
    void makeUsers() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md")).stream().map(String::strip)
                .filter(line -> line.startsWith("ACL SETUSER")).toList();
        assertThat(lines).hasSize(5);
        try (RedisTalk talk = new RedisTalk(redis.address(), Duration.ofSeconds(3))) {
            for (String line : lines) {
                assertThat(talk.ask(line.split(" "))).as(line).isEqualTo("+OK");
            }
        }
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    private ConnectionChoice as(String role, String user, int number) {
        return new ConnectionChoice(Optional.of(TestServers.addressFor(owner, role)),
                Optional.of(redis.address().as(user, "change-" + number)), folder, Optional.empty(),
                Settings.defaults().with(dev.callboard.settings.KnownSettings.FULFILMENT_LIMITER_MAX, 0));
    }

    @Test
    @Tag("L08")
    void aDayOfTheShopWithEveryRoleOnItsOwnUser() throws InterruptedException {
        try (CommandShop admin = new CommandShop(as("callboard_admin", "callboard_admin", 4))) {
            admin.queues().add("A", "Click & Collect");
            admin.stock().receive(new Receipt(new StockLine("TEA-1", 5), "Tea", new BigDecimal("3.50"), null));
        }
        Order order;
        try (CommandShop gateway = new CommandShop(as("callboard_gateway", "callboard_gateway", 3))) {
            order = gateway.reservations().reserve(ReservationRequest.of("C-1", null,
                    List.of(new StockLine("TEA-1", 2)), Duration.ofMinutes(5)));
        }
        CountDownLatch heard = new CountDownLatch(1);
        Settings settings = Settings.defaults();
        ConnectionChoice screens = as("callboard_kiosk", "callboard_screens", 1);
        try (PublicShop kiosk = new PublicShop(new Servers(screens), settings, () -> null);
                PublicShop board = new PublicShop(new Servers(screens), settings, () -> null)) {
            board.subscriptions().subscribe(Set.of(Topic.queue("A")), heard::countDown);
            while (!heard.await(200, TimeUnit.MILLISECONDS)) {
                kiosk.kiosk().join().apply(JoinRequest.of("A"));
            }
        }
        try (ConsoleShop staff = new ConsoleShop(new Servers(as("callboard_staff", "callboard_staff", 2)), settings,
                () -> null)) {
            staff.trade().payments().payAtCounter(order.uuid());
            assertThat(staff.triage(() -> {}).cases().queues()).isNotNull();
        }
        try (Duties worker = new Duties(new Servers(as("callboard_worker", "callboard_worker", 5)), settings,
                (duty, failure) -> {
                    throw new AssertionError(duty, failure);
                })) {
            worker.start();
            worker.drain();
        }
        try (CommandShop admin = new CommandShop(as("callboard_admin", "callboard_admin", 4))) {
            assertThat(admin.orders().details(order.uuid()).order().state()).isEqualTo(OrderState.COMPLETED);
            assertThat(admin.check().ok()).isTrue();
        }
    }

    @Test
    @Tag("L08")
    void noUserDoesWhatAnotherRoleIsFor() {
        for (String write : List.of("callboard_screens 1", "callboard_staff 2")) {
            refused(write, "bull:fulfill-order:x");
            refused(write, "{callboard}:stock");
        }
        refused("callboard_gateway 3", "bull:fulfill-order:x");
        for (String user : List.of("callboard_staff 2", "callboard_gateway 3", "callboard_admin 4",
                "callboard_worker 5")) {
            refused(user, "elsewhere");
        }
    }

    private void refused(String user, String key) {
        String[] login = user.split(" ");
        try (RedisConnection connection = new RedisConnection(redis.address().as(login[0], "change-" + login[1]))) {
            assertThatThrownBy(
                    () -> connection.client().getBucket(key, StringCodec.INSTANCE).set("x"))
                    .as("%s writes %s", user, key).hasMessageContaining("NOPERM");
        }
    }

    @Test
    void connectsTestFindsNothingWrongWithThem() {
        for (String user : List.of("callboard_staff 2", "callboard_admin 4", "callboard_worker 5")) {
            String[] login = user.split(" ");
            assertThat(new ConnectionProbe().redis(redis.address().as(login[0], "change-" + login[1])).good())
                    .as(user).isTrue();
        }
    }
}
