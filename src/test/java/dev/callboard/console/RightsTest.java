package dev.callboard.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.redisson.client.codec.StringCodec;

import dev.callboard.TestServers;
import dev.callboard.TestShop;
import dev.callboard.audit.AuditQuery;
import dev.callboard.audit.AuditTrail;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Privileges;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.CounterPlaces;
import dev.callboard.tickets.FloorCause;
import dev.callboard.tickets.FloorSight;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;
import dev.callboard.triage.GroupClaims;
import dev.callboard.triage.JobKey;
import dev.callboard.triage.OpenAlerts;

/** The console believes of each role exactly what the servers enforce. */
class RightsTest {
    private static final BusinessDay DAY = new BusinessDay(ZoneOffset.UTC, LocalTime.MIN);
    private final TestShop shop = new TestShop();
    private UUID failed;

    @BeforeEach
    void fill() throws InterruptedException {
        new Queues(shop.database, DAY, Signals.none()).add("A", "Click & Collect");
        shop.receive("BULB", 10);
        failed = shop.failedAfterShipping("ada", new StockLine("BULB", 1));
        shop.redis.client().getScoredSortedSet("bull:" + TestShop.QUEUE + ":failed", StringCodec.INSTANCE).add(1.7e12,
                "broken");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"callboard_kiosk", "callboard_gateway", "callboard_staff", "callboard_admin",
        "callboard_worker"})
    @Tag("L08")
    void whatTheConsoleLocksTheServersRefuse(String role) {
        try (TestShop other = shop.through(TestServers.addressFor(shop.address, role), shop.redisServer.address())) {
            Rights.Held held = Rights.Held.askedOf(new Privileges(other.database));
            assertThat(held.roles()).containsExactly(role);
            acts(other, role).forEach((right, acts) -> acts.forEach((act, run) -> assertThat(isPermitted(run))
                    .as(role + " " + act).isEqualTo(held.rights().contains(right))));
        }
    }

    /** For each right every command of the console that stands on it. */
    private Map<Right, Map<String, Runnable>> acts(TestShop as, String role) {
        Queues queues = new Queues(as.database, DAY, Signals.none());
        Tickets tickets = new Tickets(as.database, DAY, Signals.none());
        UUID ticket = UUID.randomUUID();
        Map<Right, Map<String, Runnable>> acts = new EnumMap<>(Right.class);
        acts.put(Right.TICKETS, Map.of("call next", () -> tickets.callNext(List.of("A"), "K1", LeaseToken.none()),
                "cancel", () -> tickets.cancel(ticket, null), "lease",
                () -> new dev.callboard.tickets.Counters(as.database, Duration.ofMinutes(1)).lease("K2")));
        acts.put(Right.QUEUE_STATES, Map.of("lock", () -> queues.set("A", QueueState.LOCKED, null)));
        acts.put(Right.QUEUES, Map.of("add", () -> queues.add("C" + role.substring(10, 12), "new")));
        CounterPlaces places = new CounterPlaces(as.database, Signals.none());
        acts.put(Right.COUNTERS, Map.of("serve", () -> places.serve("K2", List.of("A")), "free",
                () -> places.free("K9", "nobody there")));
        acts.put(Right.COUNTER_LIST, Map.of("add", () -> places.add("K" + role.substring(10, 12)), "rename",
                () -> places.rename("K9", "K8"), "retire", () -> places.retire("K9")));
        acts.put(Right.ALERTS, Map.of("take", () -> new OpenAlerts(as.database, DAY)
                .settle(new FloorCause.SilentScreen(new FloorSight.Screen("S", Instant.EPOCH)), "silent")));
        acts.put(Right.RETRY, Map.of("retry", () -> as.actions.retry(as.key(failed))));
        acts.put(Right.CLAIMS, Map.of("claim", () -> new GroupClaims(as.database, as.audit, Signals.none())
                .claim("fingerprint", 1, null)));
        acts.put(Right.ORDERS, Map.of("cancel", () -> as.cancellations.cancelOrder(failed, "asked for"), "discard",
                () -> as.actions.discard(new JobKey(TestShop.QUEUE, "broken"), "no data")));
        acts.put(Right.STOCK, Map.of("receive", () -> as.receive("BULB", 1)));
        acts.put(Right.WRITE_OFF, Map.of("write off", () -> as.stock.writeOff(new StockLine("BULB", 1), "torn")));
        acts.put(Right.AUDIT, Map.of("read", () -> new AuditTrail(as.database).newest(AuditQuery.of(""), 1)));
        return acts;
    }

    /** A rule's refusal is an answer to somebody who may ask. */
    private static boolean isPermitted(Runnable act) {
        try {
            act.run();
            return true;
        } catch (NotPermitted refused) {
            return false;
        } catch (dev.callboard.refusals.Refusal rule) {
            return true;
        }
    }
}
