package dev.callboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callboard.TestShop;
import dev.callboard.faults.CuttingProxy.Cut;
import dev.callboard.jobs.JobHandler;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.ReservationRequest;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;
import dev.callboard.stock.GateReconciler;
import dev.callboard.stock.OrphanHolds;
import dev.callboard.stock.StockLine;

/**
 * Each command is cut off from Postgres, and from Redis, at its first request, its second, and so on until it gets
 * through untouched: before the server gets the request, and after the server has done it and before the answer. Then the
 * background duties are let run, and the sums must hold.
 */
class FailurePointsTest {
    private static final long OPENING = 1_000_000;
    /** A worker asks for ever: after so many it has done everything there is. */
    private static final int MOST_REQUESTS = 40;
    private static final Set<OrderState> UNDONE = Set.of(OrderState.PAID, OrderState.PROCESSING);
    private static final StockLine TWO = new StockLine("BULB", 2);
    private static TestShop shop;
    private static CuttingProxy postgres;
    private static CuttingProxy redis;

    @BeforeAll
    static void open() {
        shop = new TestShop();
        shop.receive("BULB", OPENING);
        postgres = new CuttingProxy(port(shop.address));
        redis = new CuttingProxy(shop.redisServer.port());
    }

    @AfterAll
    static void close() {
        postgres.close();
        redis.close();
        shop.close();
    }

    /** One thing that is done to an order in some state. */
    record Command(String name, OrderState start, BiConsumer<TestShop, UUID> act) {
        boolean isWorker() {
            return name.equals("fulfil") || name.equals("fail");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> commands() {
        return onEachServer(
                new Command("reserve", OrderState.RESERVED, (cut, id) -> cut.reservations.reserve(
                        new ReservationRequest(UUID.randomUUID(), "ada", null, List.of(TWO), Duration.ofMinutes(1)))),
                new Command("pay", OrderState.RESERVED, (cut, id) -> cut.payments.payAtCounter(id)),
                new Command("expire", OrderState.EXPIRED, (cut, id) -> cut.expiry.expireDue(10)));
    }

    /** Those that need a worker each time, and so minutes: run by {@code mvn -Pfaults verify}. */
    static Stream<Arguments> longerCommands() {
        return onEachServer(
                new Command("cancel", OrderState.FAILED, (cut, id) -> cut.cancellations.cancelOrder(id, "why")),
                new Command("retry", OrderState.FAILED, (cut, id) -> cut.actions.retry(cut.key(id))),
                new Command("ship", OrderState.PAID, (cut, id) -> cut.fulfilment.takeOver(id).ifPresent(mine -> {
                    cut.fulfilment.ship(mine);
                    cut.fulfilment.complete(mine);
                })), new Command("fulfil", OrderState.PAID, (cut, id) -> work(cut, cut.shipping(), id)),
                new Command("fail", OrderState.PAID,
                        (cut, id) -> work(cut, cut.handler(List.of(TestShop.failing("email", "no"))), id)));
    }

    private static Stream<Arguments> onEachServer(Command... commands) {
        return Stream.of(commands).flatMap(command -> Stream.of("Postgres", "Redis")
                .map(server -> Arguments.of(command, server)));
    }

    /** A real worker, until the order is done or the worker is cut off. */
    private static void work(TestShop cut, JobHandler handler, UUID order) {
        try (JobWorker worker = worker(cut, handler)) {
            Awaitility.await().pollInterval(Duration.ofMillis(5))
                    .until(() -> postgres.isDown() || redis.isDown() || !UNDONE.contains(shop.state(order)));
        }
    }

    private static JobWorker worker(TestShop of, JobHandler handler) {
        JobWorker worker = new JobWorker(of.queue,
                JobWorkerOptions.named("test-worker").withLocks(Duration.ofMillis(300), Duration.ofMillis(300)),
                handler);
        worker.start();
        return worker;
    }

    @ParameterizedTest(name = "{0}, cut off from {1}")
    @MethodSource("commands")
    @Tag("S08")
    @Tag("A06")
    @Tag("F04")
    @Tag("G9")
    void stoppedAtEveryRequestItLosesAndDoublesNothing(Command command, String server) throws Exception {
        CuttingProxy proxy = server.equals("Redis") ? redis : postgres;
        for (Cut side : Cut.values()) {
            int request = 1;
            while (request <= MOST_REQUESTS && wasCut(request, proxy, side, command)) {
                request++;
            }
            assertThat(request).as("%s: requests seen", command).isGreaterThan(1);
            if (!command.isWorker()) {
                assertThat(request).as("%s: not all requests were cut", command).isLessThanOrEqualTo(MOST_REQUESTS);
            }
        }
    }

    @ParameterizedTest(name = "{0}, cut off from {1}")
    @MethodSource("longerCommands")
    @Tag("S08")
    @Tag("A06")
    @Tag("F04")
    @Tag("long")
    void stoppedAtEveryRequestItsWorkIsFinishedOnce(Command command, String server) throws Exception {
        stoppedAtEveryRequestItLosesAndDoublesNothing(command, server);
    }

    private boolean wasCut(int request, CuttingProxy proxy, Cut side, Command command) throws Exception {
        UUID order = orderIn(command.start());
        boolean cut;
        try (TestShop behind = behindProxies()) {
            behind.watch.ensureOpen();
            behind.orders.find(order);
            proxy.cutAt(request, side);
            try {
                command.act().accept(behind, order);
            } catch (RuntimeException expected) {
                assertThat(proxy.isDown()).as("failed without a cut: %s", expected).isTrue();
            }
            cut = proxy.heal();
        }
        recover();
        assertSums();
        return cut;
    }

    private static void recover() throws InterruptedException {
        try (JobWorker worker = worker(shop, shop.shipping())) {
            shop.drain();
        }
        new OrphanHolds(shop.database, shop.gate).sweep(-1, 1_000);
    }

    private static void assertSums() {
        assertThat(shop.number("select coalesce(sum(quantity), 0) from stock_movement"))
                .isEqualTo(shop.number("select on_hand from product"));
        assertThat(shop.number("""
                select coalesce(sum(l.quantity), 0) from order_line l join stock_hold h on h.id = l.order_id
                where h.state = 'ACTIVE'""")).isEqualTo(shop.number("select held from product"));
        assertThat(shop.number("select on_hand from product")).isEqualTo(OPENING - shop.number("""
                select coalesce(sum(l.quantity), 0) from order_line l join orders o on o.id = l.order_id
                where o.state = 'COMPLETED'""") - shop.number("""
                select coalesce(sum(l.quantity), 0) from order_line l join orders o on o.id = l.order_id
                where o.state = 'FAILED' and l.shipped > 0"""));
        assertThat(shop.product("BULB").gate()).hasValue(shop.product("BULB").product().available());
        assertThat(shop.number("select count(*) from orders where state in ('PAID', 'PROCESSING')")).isZero();
        assertThat(shop.number("select count(*) from refund")).isEqualTo(shop.number("""
                select count(*) from orders where state = 'CANCELLED' and paid_by is not null"""));
        assertThat(shop.gate.openHolds()).hasSize((int) shop.number(
                "select count(*) from stock_hold where state = 'ACTIVE'"));
        // by relays and sweep alone: the reconciler must not be what keeps the gate true
        assertThat(new GateReconciler(shop.database, shop.gate).reconcile()).matches(GateReconciler.Mended::isNothing);
    }

    private static UUID orderIn(OrderState state) throws InterruptedException {
        return switch (state) {
            case FAILED -> shop.failedAfterShipping("ada", TWO);
            case PAID -> shop.paid("ada", TWO);
            case EXPIRED -> {
                UUID order = shop.reserve("ada", TWO).uuid();
                shop.database.transaction(tx -> tx.handle()
                        .execute("update orders set expires_at = clock_timestamp() where id = ?", order));
                yield order;
            }
            default -> shop.reserve("ada", TWO).uuid();
        };
    }

    private static TestShop behindProxies() {
        return shop.through(
                new PostgresAddress(shop.address.jdbcUrl().replaceFirst(":\\d+/", ":" + postgres.port() + "/"),
                        shop.address.user(), shop.address.password()),
                RedisAddress.parse("redis://127.0.0.1:" + redis.port()));
    }

    private static int port(PostgresAddress address) {
        return Integer.parseInt(address.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
    }
}
