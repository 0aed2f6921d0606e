package dev.callboard.console.triage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.audit.Act;
import dev.callboard.console.cancel.CancelPlace;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderDetails;
import dev.callboard.triage.CancelEffect;
import dev.callboard.triage.CancelPreview;
import dev.callboard.triage.CancelResult;
import dev.callboard.triage.OrderRound;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

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
    public OrderDetails present(UUID order) {
        return model.shop().orders().details(order);
    }

    @Override
    public List<CancelEffect> effects(OrderDetails details) {
        return model.shop().effects().of(details);
    }

    @Override
    public ObservableValue<?> news() {
        return model.sight().snapshotProperty();
    }

    @Override
    public ObservableBooleanValue staleProperty() {
        return model.sight().staleProperty();
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
