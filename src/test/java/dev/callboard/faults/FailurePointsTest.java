package dev.callboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callboard.TestShop;
import dev.callboard.faults.CuttingProxy.Cut;
import dev.callboard.jobs.JobWorker;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.ReservationRequest;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.stock.GateReconciler;
import dev.callboard.stock.OrphanHolds;
import dev.callboard.stock.StockLine;

/**
 * Each command is cut off from Postgres at its first request, its second, and so on until it gets through untouched: before the server gets the request, and after the server has done it and before the answer. Then
 * the background duties are let run, and the sums must hold.
 */
class FailurePointsTest {
    private static final long OPENING = 1_000_000;
    private static final StockLine TWO = new StockLine("BULB", 2);
    private static TestShop shop;
    private static CuttingProxy postgres;

    @BeforeAll
    static void open() {
        shop = new TestShop();
        shop.receive("BULB", OPENING);
        postgres = new CuttingProxy(port(shop.address));
    }

    @AfterAll
    static void close() {
        postgres.close();
        shop.close();
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("reserve", (BiConsumer<TestShop, UUID>) (cut, id) -> cut.reservations.reserve(
                        new ReservationRequest(UUID.randomUUID(), "ada", null, List.of(TWO), Duration.ofMinutes(1))),
                        OrderState.RESERVED),
                Arguments.of("pay", (BiConsumer<TestShop, UUID>) (cut, id) -> cut.payments.payAtCounter(id),
                        OrderState.RESERVED),
                Arguments.of("expire", (BiConsumer<TestShop, UUID>) (cut, id) -> cut.expiry.expireDue(10),
                        OrderState.EXPIRED));
    }

    /** Those that need a worker each time, and so minutes: run by {@code mvn -Pfaults verify}. */
    static Stream<Arguments> longerCommands() {
        return Stream.of(
                Arguments.of("cancel",
                        (BiConsumer<TestShop, UUID>) (cut, id) -> cut.cancellations.cancelOrder(id, "why"),
                        OrderState.FAILED),
                Arguments.of("ship", (BiConsumer<TestShop, UUID>) (cut, id) -> cut.fulfilment.takeOver(id)
                        .ifPresent(mine -> {
                            cut.fulfilment.ship(mine);
                            cut.fulfilment.complete(mine);
                        }), OrderState.PAID));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    @Tag("S08")
    @Tag("A06")
    @Tag("F04")
    void stoppedAtEveryRequestItLosesAndDoublesNothing(String name, BiConsumer<TestShop, UUID> command,
            OrderState start)
            throws Exception {
        for (Cut side : Cut.values()) {
            int request = 1;
            while (wasCut(request, side, command, start)) {
                request++;
            }
            assertThat(request).as("%s: requests seen", name).isGreaterThan(2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longerCommands")
    @Tag("S08")
    @Tag("A06")
    @Tag("F04")
    @Tag("long")
    void stoppedAtEveryRequestItsWorkIsFinishedOnce(String name, BiConsumer<TestShop, UUID> command, OrderState start)
            throws Exception {
        stoppedAtEveryRequestItLosesAndDoublesNothing(name, command, start);
    }

    private boolean wasCut(int request, Cut side, BiConsumer<TestShop, UUID> command, OrderState start)
            throws Exception {
        UUID order = orderIn(start);
        boolean cut;
        try (TestShop behind = behindProxy()) {
            behind.watch.ensureOpen();
            behind.orders.find(order);
            postgres.cutAt(request, side);
            try {
                command.accept(behind, order);
            } catch (RuntimeException expected) {
                assertThat(postgres.isDown()).as("failed without a cut: %s", expected).isTrue();
            }
            cut = postgres.heal();
        }
        recover();
        assertSums();
        return cut;
    }

    private static void recover() throws InterruptedException {
        try (JobWorker worker = shop.worker(shop.shipping())) {
            shop.drain();
        }
        new OrphanHolds(shop.database, shop.gate).sweep(-1, 1_000);
        new GateReconciler(shop.database, shop.gate).reconcile();
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

    private static TestShop behindProxy() {
        return shop.through(
                new PostgresAddress(shop.address.jdbcUrl().replaceFirst(":\\d+/", ":" + postgres.port() + "/"),
                        shop.address.user(), shop.address.password()),
                shop.redisServer.address());
    }

    private static int port(PostgresAddress address) {
        return Integer.parseInt(address.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
    }
}
