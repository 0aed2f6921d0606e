package dev.callboard.console.cancel;

import java.util.List;
import java.util.stream.Stream;

import dev.callboard.audit.AuditRow;
import dev.callboard.orders.OrderDetails;
import dev.callboard.triage.CancelEffect;
import dev.callboard.triage.CancelEffect.Kind;
import dev.callboard.triage.CancelEffect.State;
import dev.callboard.triage.CancelPreview;
import dev.callboard.triage.CancelResult;

/**
 * How far a cancel has come.
 *
 * @param effects each with the time at which it was done
 * @param stock where the products of the order stand now
 * @param auditEntry number of its audit entry, or null where it is not known
 */
record CancelProgress(List<CancelEffect> effects, List<CancelPreview.StockEffect> stock, Long auditEntry) {

    /** As the server's rows say. */
    static CancelProgress read(CancelPlace place, CancelResult result) {
        OrderDetails details = place.present(result.order().uuid());
        Long entry = details.history().stream().filter(row -> row.action().equals("order.cancel")).map(AuditRow::id)
                .reduce((first, last) -> last).orElse(null);
        return new CancelProgress(place.effects(details), place.preview(result.order().uuid()).stock(), entry);
    }

    /** As far as the cancel's own answer tells, where the rows could not be read. */
    static CancelProgress told(CancelResult result) {
        State outside = result.pending() ? State.UNDER_WAY : State.DONE;
        Stream<CancelEffect> always = Stream.of(new CancelEffect(Kind.ORDER, State.DONE, result.at(), null),
                new CancelEffect(Kind.STOCK, State.DONE, result.at(), null),
                new CancelEffect(Kind.GATE, outside, result.at(), null));
        Stream<CancelEffect> refunds = result.refunds().stream().map(refund -> new CancelEffect(Kind.REFUND,
                refund.byHand() ? State.NEEDS_PERSON : State.UNDER_WAY, null, null));
        return new CancelProgress(Stream.concat(always, refunds).toList(), List.of(), null);
    }

    /** True while something goes on by itself. */
    boolean pending() {
        return effects.stream().anyMatch(effect -> effect.state() == State.UNDER_WAY);
    }

    /** The effects of one kind; there are none where nothing of that kind was to be done. */
    List<CancelEffect> of(Kind kind) {
        return effects.stream().filter(effect -> effect.kind() == kind).toList();
    }
}
