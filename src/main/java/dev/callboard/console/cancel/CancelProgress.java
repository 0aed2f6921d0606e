package dev.callboard.console.cancel;

import java.util.ArrayList;
import java.util.List;

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
 * @param read false where nobody could look at the rows: no more is known then than that it was done
 * @param effects each with the time at which it was done
 * @param stock where the products of the order stand now
 * @param auditEntry number of its audit entry, or null where it is not known
 */
record CancelProgress(boolean read, List<CancelEffect> effects, List<CancelPreview.StockEffect> stock,
        Long auditEntry) {

    /** As the server's rows say. */
    static CancelProgress read(CancelPlace place, CancelResult result) {
        OrderDetails details = place.present(result.order().uuid());
        Long entry = details.history().stream().filter(row -> row.action().equals("order.cancel")).map(AuditRow::id)
                .reduce((first, last) -> last).orElse(null);
        List<CancelEffect> effects = place.effects(details).stream().filter(effect -> isOf(result, effect)).toList();
        return new CancelProgress(true, effects, place.preview(result.order().uuid()).stock(), entry);
    }

    /** A payment that came too late is given back as well, but not by the cancel. */
    private static boolean isOf(CancelResult result, CancelEffect effect) {
        return effect.kind() != Kind.REFUND
                || result.refunds().stream().anyMatch(refund -> refund.paymentId().equals(effect.payment()));
    }

    /**
     * As far as the cancel's own answer tells, where the rows could not be read. What is done outside of the order's
     * rows is taken to be under way until somebody has seen it done.
     *
     * @param target as it was seen before
     * @param awaited true where a ticket was seen to wait for it
     */
    static CancelProgress told(CancelTarget target, CancelResult result, boolean awaited) {
        List<CancelEffect> effects = new ArrayList<>();
        effects.add(new CancelEffect(Kind.ORDER, State.DONE, result.at(), null));
        effects.add(new CancelEffect(Kind.STOCK, State.DONE, result.at(), null));
        effects.add(new CancelEffect(Kind.GATE, result.pending() ? State.UNDER_WAY : State.DONE, result.at(), null));
        if (target.job() != null) {
            effects.add(new CancelEffect(Kind.JOB, State.UNDER_WAY, null, null));
        }
        if (awaited) {
            effects.add(new CancelEffect(Kind.TICKET, State.UNDER_WAY, null, null));
        }
        result.refunds().forEach(refund -> effects.add(new CancelEffect(Kind.REFUND, refund.paymentId(),
                refund.byHand() ? State.NEEDS_PERSON : State.UNDER_WAY, null, null)));
        return new CancelProgress(false, effects, List.of(), null);
    }

    /** True while something goes on by itself, and where nobody has looked yet whether it does. */
    boolean pending() {
        return !read || effects.stream().anyMatch(effect -> effect.state() == State.UNDER_WAY);
    }

    /** The effects of one kind; there are none where nothing of that kind was to be done. */
    List<CancelEffect> of(Kind kind) {
        return effects.stream().filter(effect -> effect.kind() == kind).toList();
    }
}
