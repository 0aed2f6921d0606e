package dev.callboard.console.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.console.Fx;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.TestRelay;
import dev.callboard.console.TestWindow;
import dev.callboard.live.RedisSignals;
import dev.callboard.live.RedisSubscriptions;
import dev.callboard.live.Signals;
import dev.callboard.live.Subscriptions;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Theme;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisConnection;
import dev.callboard.audit.AuditLog;
import dev.callboard.orders.Orders;
import dev.callboard.tickets.Boards;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.CounterSights;
import dev.callboard.tickets.Counters;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;

/** What others do reaches the Desk: by a signal, by the periodic read, and after the network was away. */
class DeskLiveTest {
    private static final BusinessDay DAY = new BusinessDay(ZoneId.of("Europe/Berlin"), LocalTime.of(4, 0));
    private final PostgresAddress address = TestServers.newDatabase();
    private final Database others = Database.open(address, 2);
    private final TestRelay network = new TestRelay(port(address));
    private final Database mine = Database.open(through(address, network.port()), 4);
    private TestWindow window;
    private CounterLeaseKeeper lease;

    private static int port(PostgresAddress address) {
        return Integer.parseInt(address.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    private static PostgresAddress through(PostgresAddress address, int port) {
        return new PostgresAddress(address.jdbcUrl().replaceFirst(":\\d+/", ":" + port + "/"), address.user(),
                address.password());
    }

    private void open(Subscriptions subscriptions) {
        new Queues(others, DAY, Signals.none()).add("A", "Click & Collect");
        window = new TestWindow(subscriptions, false);
        lease = new CounterLeaseKeeper(new Counters(mine, Duration.ofMinutes(2)), "Counter 3", Fx.THREAD,
                window.around().faults());
        lease.open(Duration.ofMinutes(2));
        DeskServices shop = new DeskServices(new Tickets(mine, DAY, Signals.none()),
                new Queues(mine, DAY, Signals.none()), new CounterSights(mine, DAY),
                new Boards(mine, DAY, Signals.none()),
                new LinkedOrders(new Orders(mine, new AuditLog()), null, null, null), null);
        DeskRule rule = new DeskRule("Counter 3", List.of(), Duration.ofMinutes(5), Duration.ofMinutes(10),
                Duration.ofMinutes(1), 3, Duration.ofMinutes(1), Duration.ofMinutes(10));
        window.open(List.of(new ScreenPlace("desk", "fth-bell", 1,
                overlay -> new DeskScreen(window.around(), new DeskModel(window.around(), shop, rule, lease),
                        overlay, (place, what) -> {}))),
                Theme.LIGHT);
        window.awaitShown("Nobody waits in Click & Collect");
    }

    @AfterEach
    void close() {
        window.close();
        lease.close();
        mine.close();
        others.close();
        network.close();
    }

    @Test
    @Tag("L01")
    void aChangeOfAnotherProcessAppearsAtOnce() {
        try (TestRedis redis = TestServers.newRedis();
                RedisConnection theirs = new RedisConnection(redis.address());
                RedisConnection ours = new RedisConnection(redis.address());
                RedisSignals signals = new RedisSignals(theirs);
                RedisSubscriptions subscriptions = new RedisSubscriptions(ours)) {
            open(subscriptions);
            Tickets elsewhere = new Tickets(others, DAY, signals);
            elsewhere.join(JoinRequest.of("A", "warms the connections up"));
            window.awaitShown("Press Space to call A-001");

            elsewhere.join(JoinRequest.of("A", "is measured"));
            // before the next read that comes by itself
            await().atMost(Duration.ofMillis(4_500)).until(() -> window.shows("2 in your queues"));
        }
    }

    @Test
    @Tag("L03")
    void withoutAnySignalThePeriodicReadBringsTheTruth() {
        open(Subscriptions.none());

        new Tickets(others, DAY, Signals.none()).join(JoinRequest.of("A"));

        await().atMost(Duration.ofSeconds(6)).until(() -> window.shows("Press Space to call A-001"));
    }

    @Test
    @Tag("L02")
    void aLostNetworkIsSaidNothingCanBePressedAndTheTruthComesBack() {
        Tickets elsewhere = new Tickets(others, DAY, Signals.none());
        open(Subscriptions.none());
        elsewhere.join(JoinRequest.of("A"));
        window.readAgain();
        window.awaitShown("Press Space to call A-001");
        assertThat(callNextIsDisabled()).isFalse();

        network.cut();
        window.readAgain();
        await().atMost(Duration.ofSeconds(12)).until(() -> window.shows("Not connected"));
        assertThat(window.shows("Nothing can be pressed on old rows.")).isTrue();
        assertThat(window.shows("A-001")).as("rows stay readable").isTrue();
        assertThat(callNextIsDisabled()).isTrue();
        elsewhere.join(JoinRequest.of("A"));
        assertThat(window.shows("A-002")).isFalse();

        network.mend();
        window.readAgain();
        await().atMost(Duration.ofSeconds(12)).until(() -> window.shows("Live") && window.shows("A-002"));
        assertThat(callNextIsDisabled()).isFalse();
    }

    private boolean callNextIsDisabled() {
        return window.look(() -> window.robot().lookup("#callNext").queryAs(ActionButton.class).button().isDisabled());
    }
}
