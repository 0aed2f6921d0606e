package dev.callboard.console.cancel;

import java.time.Instant;
import java.util.List;

import dev.callboard.orders.OrderDetails;
import dev.callboard.orders.OrderState;
import dev.callboard.payments.Refund;
import dev.callboard.stock.StockLine;
import dev.callboard.triage.CancelEffect;
import dev.callboard.triage.CancelPreview;
import dev.callboard.triage.CancelResult;

/**
 * What a cancel of one or more orders came to.
 *
 * @param progress how far what was done has come; empty where nothing was done
 */
record CancelOutcome(List<One> each, List<CancelProgress> progress) {

    /**
     * One order's part.
     *
     * @param result what was done, or null where somebody else was faster
     * @param moved what they did, or null
     */
    record One(CancelTarget target, CancelResult result, Moved moved) {}

    /** What somebody else made of an order, who and when. */
    record Moved(long number, OrderState state, String actor, Instant at) {

        static Moved of(OrderDetails details) {
            var last = details.history().isEmpty() ? null : details.history().getLast();
            return new Moved(details.order().number(), details.order().state(), last == null ? "" : last.actor(),
                    last == null ? null : last.at());
        }
    }

    /** Just answered: what is known of each is what the answer tells. @param shown the effects as shown before */
    static CancelOutcome of(List<One> each, List<CancelPreview> shown) {
        return new CancelOutcome(each, each.stream().filter(one -> one.result() != null)
                .map(one -> CancelProgress.told(one.target(), one.result(), isAwaited(one.target(), shown))).toList());
    }

    private static boolean isAwaited(CancelTarget target, List<CancelPreview> shown) {
        return shown.stream().anyMatch(
                preview -> preview.order().uuid().equals(target.order().uuid()) && preview.ticketCode() != null);
    }

    /** Somebody moved the only order before anything could be done. */
    static CancelOutcome moved(Moved how) {
        return new CancelOutcome(List.of(new One(null, null, how)), List.of());
    }

    /** The same, looked at again. */
    CancelOutcome readAgain(CancelPlace place) {
        return new CancelOutcome(each, done().stream().map(result -> CancelProgress.read(place, result)).toList());
    }

    /** True while something goes on by itself, and where nobody has looked yet whether it does. */
    boolean pending() {
        return progress.stream().anyMatch(CancelProgress::pending);
    }

    /** All that was to be done of one kind. */
    List<CancelEffect> of(CancelEffect.Kind kind) {
        return progress.stream().flatMap(one -> one.of(kind).stream()).toList();
    }

    /** Number of the audit entry; null where it is not known, or where there are several. */
    Long auditEntry() {
        return progress.size() == 1 ? progress.getFirst().auditEntry() : null;
    }

    /** True where it is the first word, or the first that something was done. @param was the word before, or null */
    boolean turns(CancelOutcome was) {
        return was == null || was.done().isEmpty() && !done().isEmpty();
    }

    List<CancelResult> done() {
        return each.stream().map(One::result).filter(java.util.Objects::nonNull).toList();
    }

    /** What the first one that was done had been seen as. */
    CancelTarget seen() {
        return each.stream().filter(one -> one.result() != null).findFirst().orElseThrow().target();
    }

    long units() {
        return done().stream().flatMap(result -> java.util.stream.Stream.concat(result.returned().stream(),
                result.released().stream())).mapToLong(StockLine::quantity).sum();
    }

    /** What is owed back by what was done. */
    List<Refund> refunds() {
        return done().stream().flatMap(result -> result.refunds().stream()).toList();
    }

    /** How far one of them has come. */
    CancelEffect of(Refund refund) {
        return of(CancelEffect.Kind.REFUND).stream().filter(effect -> effect.payment().equals(refund.paymentId()))
                .findFirst().orElseThrow();
    }
}
