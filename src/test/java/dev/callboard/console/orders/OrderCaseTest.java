package dev.callboard.console.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.payments.Refund;

class OrderCaseTest {
    private static final BigDecimal DRILLS = new BigDecimal("258.00");

    @Test
    @Tag("A03")
    void onlyMoneyThatWasGivenIsRefunded() {
        assertMoney(refund("DUE", true), "0", "258.00", "0");
        assertMoney(refund("DUE", false), "0", "0", "258.00");
        assertMoney(refund("FAILED", false), "0", "258.00", "0");
        assertMoney(refund("DONE", true), "258.00", "0", "0");
        assertMoney(refund("DONE", false), "258.00", "0", "0");
    }

    private static void assertMoney(Refund refund, String refunded, String toGiveBack, String goingBack) {
        OrderCase shown = new OrderCase(null, null, List.of(refund), null, null, null, null);
        assertThat(List.of(shown.refunded(), shown.toGiveBack(), shown.goingBack())).as(refund.toString())
                .containsExactly(new BigDecimal(refunded), new BigDecimal(toGiveBack), new BigDecimal(goingBack));
    }

    private static Refund refund(String state, boolean byHand) {
        return new Refund(UUID.randomUUID(), DRILLS, state, Instant.EPOCH, byHand);
    }
}
