package dev.callboard.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.callboard.audit.AuditRow;
import dev.callboard.orders.OrderDetails;
import dev.callboard.orders.OrderLine;
import dev.callboard.orders.OrderState;
import dev.callboard.outbox.Cause;
import dev.callboard.outbox.Effect;
import dev.callboard.outbox.Outbox;
import dev.callboard.payments.Payments;
import dev.callboard.payments.Refund;
import dev.callboard.postgres.Database;
import dev.callboard.triage.CancelEffect.Kind;
import dev.callboard.triage.CancelEffect.State;

/** Reads how far the cancel of an order has come, effect by effect, from the rows themselves. */
public final class CancelEffects {
    private final Database database;
    private final Outbox outbox;
    private final Payments payments;

    public CancelEffects(Database database, Outbox outbox, Payments payments) {
        this.database = database;
        this.outbox = outbox;
        this.payments = payments;
    }

    /**
     * The effects of an order's cancel; none where it is not CANCELLED. Each refund of the order is among them, also that
     * of a payment which came too late and was given back without the cancel.
     */
    public List<CancelEffect> of(OrderDetails details) {
        if (details.order().state() != OrderState.CANCELLED) {
            return List.of();
        }
        UUID id = details.order().uuid();
        Instant at = cancelledAt(details);
        List<CancelEffect> effects = new ArrayList<>();
        effects.add(new CancelEffect(Kind.ORDER, State.DONE, at, "CANCELLED"));
        effects.add(new CancelEffect(Kind.STOCK, State.DONE, at, stock(details)));
        payments.refunds(id).stream().map(CancelEffects::refund).forEach(effects::add);
        database.transaction(tx -> outbox.effectsOf(tx, new Cause(id, "order.cancel"))).stream()
                .map(CancelEffects::outside).filter(java.util.Objects::nonNull).forEach(effects::add);
        return effects;
    }

    private static Instant cancelledAt(OrderDetails details) {
        return details.history().stream().filter(row -> row.action().equals("order.cancel")).map(AuditRow::at)
                .reduce((first, last) -> last).orElse(null);
    }

    private static String stock(OrderDetails details) {
        long back = details.order().lines().stream().mapToLong(OrderLine::cancelled).sum();
        return back > 0 ? back + " units booked back" : "hold released";
    }

    private static CancelEffect refund(Refund refund) {
        String amount = refund.amount().toPlainString();
        return switch (refund.state()) {
            case "DONE" -> refund(refund, State.DONE, amount);
            case "DUE" -> refund.byHand()
                    ? refund(refund, State.NEEDS_PERSON, amount + " to be given back at the counter")
                    : refund(refund, State.UNDER_WAY, amount);
            default -> refund(refund, State.NEEDS_PERSON, amount + " that the provider did not give back");
        };
    }

    private static CancelEffect refund(Refund refund, State state, String detail) {
        return new CancelEffect(Kind.REFUND, refund.paymentId(), state, refund.doneAt(), detail);
    }

    private static CancelEffect outside(Effect effect) {
        Kind kind = switch (effect.kind()) {
            case GATE -> Kind.GATE;
            case JOB -> Kind.JOB;
            case NOTICE -> Kind.TICKET;
            default -> null;
        };
        if (kind == null) {
            return null;
        }
        State state = effect.doneAt() != null ? State.DONE : effect.setApart() ? State.NEEDS_PERSON : State.UNDER_WAY;
        return new CancelEffect(kind, state, effect.doneAt(), effect.error());
    }
}
