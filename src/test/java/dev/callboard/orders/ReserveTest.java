package dev.callboard.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.TestShop;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.stock.OrphanHolds;
import dev.callboard.stock.StockLine;

class ReserveTest {
    private final TestShop shop = new TestShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("S01")
    void theLastUnitGoesToOneOfTwo() {
        shop.receive("DRILL", 1);

        AtOnce<Order> both = AtOnce.run(2, i -> shop.reserve("customer-" + i, new StockLine("DRILL", 1)));

        assertThat(both.done()).hasSize(1);
        assertThat(both.codes()).containsExactly("out_of_stock");
        assertThat(shop.product("DRILL").product().available()).isZero();
        assertThat(shop.product("DRILL").gate()).hasValue(0);
    }

    @Test
    @Tag("S01")
    void asManySucceedAsThereIsStock() {
        shop.receive("BULB", 17);

        AtOnce<Order> many = AtOnce.run(40, i -> shop.reserve("customer-" + i, new StockLine("BULB", 1)));

        assertThat(many.done()).hasSize(17);
        assertThat(many.codes()).hasSize(23).containsOnly("out_of_stock");
        assertThat(shop.product("BULB").product().held()).isEqualTo(17);
        assertThat(shop.product("BULB").gate()).hasValue(0);
    }

    /** Whoever calls the function past this program: an order never holds less than it was asked for. */
    @Test
    @Tag("S03")
    void aCartThatNamesAProductTwiceIsRefusedByTheDatabase() {
        shop.receive("BULB", 3);
        assertRefused("invalid", () -> shop.database.transaction(tx -> tx.handle().createQuery("""
                select o_number from reserve_order(gen_random_uuid(), 'customer', null, array['BULB', 'BULB'],
                  array[1, 1], (select epoch from gate), 60)""").mapTo(Long.class).list()));
        assertThat(shop.product("BULB").product().held()).isZero();
    }

    @Test
    @Tag("S02")
    void whatCannotBeIsRefusedAndWritesNothing() {
        shop.receive("BULB", 3);

        assertRefused("not_found", () -> shop.reserve("ada", new StockLine("BULB", 1), new StockLine("NONE", 1)));
        assertRefused("out_of_stock", () -> shop.reserve("ada", new StockLine("BULB", 4)));
        assertRefused("invalid", () -> shop.reserve("ada", new StockLine("BULB", 0)));
        assertRefused("invalid", () -> shop.reserve("ada", new StockLine("BULB", -1)));
        assertRefused("invalid", () -> shop.reserve(" ", new StockLine("BULB", 1)));

        assertThat(shop.orders.list(null, 10)).isEmpty();
        assertThat(shop.product("BULB").product().held()).isZero();
        assertThat(shop.product("BULB").gate()).hasValue(3);
        assertThat(shop.gate.openHolds()).isEmpty();
    }

    @Test
    @Tag("S03")
    void sameProductOnSeveralLinesIsSummed() {
        shop.receive("BULB", 3);

        assertRefused("out_of_stock", () -> shop.reserve("ada", new StockLine("BULB", 2), new StockLine("BULB", 2)));
        Order order = shop.reserve("ada", new StockLine("BULB", 2), new StockLine("BULB", 1));

        assertThat(order.lines()).singleElement().satisfies(line -> assertThat(line.quantity()).isEqualTo(3));
        assertThat(order.total()).isEqualByComparingTo("7.50");
    }

    @Test
    @Tag("S05")
    void aHoldWhoseOrderPostgresRefusesIsGivenBackOnce() {
        shop.receive("BULB", 3);
        // Postgres knows of one unit less than the gate: its own condition refuses what the gate took.
        shop.database.transaction(tx -> tx.handle()
                .execute("update product set held = held + 2 where sku = 'BULB'"));

        assertRefused("out_of_stock", () -> shop.reserve("ada", new StockLine("BULB", 2)));

        assertThat(shop.gate.openHolds()).isEmpty();
        assertThat(shop.product("BULB").gate()).hasValue(3);
    }

    @Test
    @Tag("S05")
    @Tag("G9")
    void noAnswerTouchesNothing() {
        shop.receive("BULB", 3);
        PostgresAddress nobody = PostgresAddress.parse("postgres://callboard@127.0.0.1:1/none");
        try (Database away = Database.open(nobody, 1)) {
            Reservations cutOff = new Reservations(away, shop.watch,
                    new OrphanHolds(away, shop.gate), shop.orders, Signals.none());
            assertThatThrownBy(() -> cutOff.reserve(ReservationRequest.of("ada", null,
                    List.of(new StockLine("BULB", 2)), Duration.ofMinutes(1)))).isInstanceOf(Unavailable.class);
        }

        assertThat(shop.gate.openHolds()).hasSize(1);
        assertThat(shop.product("BULB").gate()).hasValue(1);
    }

    @Test
    @Tag("S05")
    void theSameReservationSentAgainAfterALostAnswerIsTheOneThatStands() {
        shop.receive("BULB", 3);
        ReservationRequest request = ReservationRequest.of("ada", null, List.of(new StockLine("BULB", 2)),
                Duration.ofMinutes(1));
        Order first = shop.reservations.reserve(request);

        Order again = shop.reservations.reserve(request);

        assertThat(again.number()).isEqualTo(first.number());
        assertThat(shop.gate.openHolds()).containsExactly(first.uuid());
        assertThat(shop.product("BULB").gate()).hasValue(1);
    }

    @Test
    @Tag("S10")
    void reservesAgainAfterAFlush() {
        shop.receive("BULB", 3);
        shop.reserve("ada", new StockLine("BULB", 1));
        shop.redisServer.flush();

        shop.reserve("bea", new StockLine("BULB", 2));

        assertRefused("out_of_stock", () -> shop.reserve("cy", new StockLine("BULB", 1)));
        assertThat(shop.product("BULB").gate()).hasValue(0);
    }

    @Test
    @Tag("S06")
    void anOverdueReservationGivesItsGoodsBackOnce() {
        shop.receive("BULB", 3);
        Order order = shop.reservations
                .reserve(ReservationRequest.of("ada", null, List.of(new StockLine("BULB", 2)), Duration.ofSeconds(1)));
        org.awaitility.Awaitility.await().until(shop.expiry::isAnyOverdue);

        AtOnce<Integer> both = AtOnce.run(2, i -> shop.expiry.expireDue(50));

        assertThat(both.done().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(shop.state(order.uuid())).isEqualTo(OrderState.EXPIRED);
        assertThat(shop.product("BULB").gate()).hasValue(3);
        assertThat(shop.product("BULB").product().held()).isZero();
        assertRefused("wrong_state", () -> shop.payments.payAtCounter(order.uuid()));
    }

    @Test
    @Tag("S04")
    @Tag("G8")
    void aHoldWithoutAnOrderIsSweptAndItsIdIsSpent() {
        shop.receive("BULB", 3);
        ReservationRequest request = ReservationRequest.of("ada", null, List.of(new StockLine("BULB", 2)),
                Duration.ofMinutes(1));
        shop.gate.hold(request.id(), request.lines());
        Order alive = shop.reserve("bea", new StockLine("BULB", 1));

        new OrphanHolds(shop.database, shop.gate).sweep(-1, 100);

        assertThat(shop.gate.openHolds()).containsExactly(alive.uuid());
        assertThat(shop.product("BULB").gate()).hasValue(2);
        assertRefused("wrong_state", () -> shop.reservations.reserve(request));
        assertThat(shop.product("BULB").product().held()).isEqualTo(1);
    }

    /** The epoch is read once the rebuild that was waited for is over, not as it was when the waiting began. */
    @Test
    @Tag("E12")
    void whoWaitedForARebuildReservesUnderTheNewEpoch() {
        shop.receive("BULB", 3);
        Thread[] customer = new Thread[1];
        shop.database.transaction(tx -> {
            tx.handle().execute("select pg_advisory_xact_lock(720421)");
            customer[0] = Thread.ofVirtual().start(() -> shop.reserve("ada", new StockLine("BULB", 2)));
            org.awaitility.Awaitility.await().until(() -> shop.number("""
                    select count(*) from pg_locks where locktype = 'advisory' and not granted""") == 1);
            return tx.handle().execute("update gate set epoch = epoch + 1");
        });
        assertThat(joined(customer[0])).isTrue();

        assertThat(shop.gate.epoch()).hasValue(shop.number("select epoch from gate"));
        assertThat(shop.gate.openHolds()).hasSize(1);
        assertThat(shop.product("BULB").gate()).hasValue(1);
    }

    private static boolean joined(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
