package dev.callboard.console.triage;

import java.util.Optional;
import java.util.UUID;

import dev.callboard.audit.Act;
import dev.callboard.console.cancel.CancelPlace;
import dev.callboard.orders.Order;
import dev.callboard.triage.CancelPreview;
import dev.callboard.triage.CancelResult;
import dev.callboard.triage.OrderRound;

/** Cancels failed orders from Triage; the ticked rows are free again afterwards. */
final class CancelFromTriage implements CancelPlace {
    private final TriageModel model;

    CancelFromTriage(TriageModel model) {
        this.model = model;
    }

    @Override
    public CancelPreview preview(UUID order) {
        return model.shop().cancellations().preview(order);
    }

    @Override
    public Optional<CancelResult> cancel(Order seen, Act act) {
        return model.shop().cancellations().cancelFailed(new OrderRound(seen.uuid(), seen.round()), act);
    }

    @Override
    public Order present(UUID order) {
        return model.shop().orders().find(order).orElseThrow();
    }

    @Override
    public boolean isStale() {
        return model.sight().staleProperty().get();
    }

    @Override
    public void settled() {
        model.clearTicks();
        model.sight().readNow();
    }

    @Override
    public boolean hasNext() {
        return !model.rows().isEmpty();
    }
}
