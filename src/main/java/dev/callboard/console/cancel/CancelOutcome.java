package dev.callboard.console.cancel;

import java.math.BigDecimal;
import java.util.List;

import dev.callboard.orders.Order;
import dev.callboard.payments.Refund;
import dev.callboard.stock.StockLine;
import dev.callboard.triage.CancelResult;

/** What a cancel of one or more orders came to. */
record CancelOutcome(List<One> each) {

    /**
     * One order's part.
     *
     * @param result what was done, or null where somebody else was faster
     * @param movedTo the order as it stands then, or null
     */
    record One(CancelTarget target, CancelResult result, Order movedTo) {}

    /** Somebody moved the only order before anything could be done. */
    static CancelOutcome moved(Order now) {
        return new CancelOutcome(List.of(new One(null, null, now)));
    }

    List<CancelResult> done() {
        return each.stream().map(One::result).filter(java.util.Objects::nonNull).toList();
    }

    /** What the first one that was done had been seen as. */
    CancelTarget seen() {
        return each.stream().filter(one -> one.result() != null).findFirst().orElseThrow().target();
    }

    boolean pending() {
        return done().stream().anyMatch(CancelResult::pending);
    }

    long units() {
        return done().stream().flatMap(result -> java.util.stream.Stream.concat(result.returned().stream(),
                result.released().stream())).mapToLong(StockLine::quantity).sum();
    }

    BigDecimal refunds() {
        return done().stream().flatMap(result -> result.refunds().stream()).map(Refund::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
