package dev.callboard.orders;

import static dev.callboard.orders.ReserveTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redisson.client.codec.StringCodec;

import dev.callboard.AtOnce;
import dev.callboard.TestShop;
import dev.callboard.refusals.Refusal;
import dev.callboard.stock.StockLine;

/** An id that the customer chose is good for one cart, and free as long as nothing was taken under it. */
class ReservationIdTest {
    private final TestShop shop = new TestShop();

    @AfterEach
    void close() {
        shop.close();
    }

    /** Whoever comes second at the gate may be the first at Postgres: the two would then keep different carts. */
    @Test
    @Tag("S05")
    void twoCartsUnderOneIdAtOnceAreOneOrder() {
        shop.receive("BULB", 100);
        for (int round = 0; round < 10; round++) {
            UUID id = UUID.randomUUID();

            AtOnce<Order> both = AtOnce.run(2, i -> shop.reservations.reserve(new ReservationRequest(id, "ada", null,
                    List.of(new StockLine("BULB", 1 + i)), Duration.ofMinutes(1))));

            assertThat(both.done()).hasSize(1);
            assertThat(both.codes()).containsExactly("key_reused");
            assertThat(shop.product("BULB").gate()).hasValue(shop.product("BULB").product().available());
        }
    }

    /** The answer says "try again": the id must still be good for that. */
    @Test
    @Tag("S05")
    @Tag("S10")
    void whoFoundTheGateClosedMayTryAgainUnderTheSameId() {
        shop.receive("BULB", 3);
        ReservationRequest request = ReservationRequest.of("ada", null, List.of(new StockLine("BULB", 2)),
                Duration.ofMinutes(1));
        shop.redisServer.flush();
        // Redis says that it was rebuilt later than Postgres knows of, and only half: nobody may begin
        shop.redis.client().getMap("{callboard}:stock", StringCodec.INSTANCE).put("#epoch", "1000000");
        assertRefused("gate_closed", () -> shop.reservations.reserve(request));
        shop.redisServer.flush();

        assertThat(shop.reservations.reserve(request).uuid()).isEqualTo(request.id());
    }

    /** What was taken is given back and its id spent, so the answer must not invite the same id. */
    @Test
    @Tag("S05")
    void whoWaitedTooLongForAProductIsToldToReserveAnew() {
        shop.receive("BULB", 3);
        ReservationRequest request = ReservationRequest.of("ada", null, List.of(new StockLine("BULB", 2)),
                Duration.ofMinutes(1));
        shop.database.transaction(tx -> {
            tx.handle().execute("select 1 from product for update");
            assertThatThrownBy(() -> shop.reservations.reserve(request)).isInstanceOfSatisfying(Refusal.class,
                    busy -> {
                        assertThat(busy.code()).isEqualTo("busy");
                        assertThat(busy).hasMessageContaining("under a new id");
                    });
            return null;
        });
        assertThat(shop.product("BULB").gate()).hasValue(3);
    }
}
