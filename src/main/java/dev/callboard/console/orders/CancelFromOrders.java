package dev.callboard.console.orders;

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
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** Cancels the shown order, also one that is only reserved or paid. */
final class CancelFromOrders implements CancelPlace {
    private final OrdersModel model;

    CancelFromOrders(OrdersModel model) {
        this.model = model;
    }

    @Override
    public CancelPreview preview(UUID order) {
        return model.shop().jobs().cancellations().preview(order);
    }

    @Override
    public Optional<CancelResult> cancel(Order seen, Act act) {
        return model.shop().jobs().cancellations().cancelSeen(seen, act);
    }

    @Override
    public OrderDetails present(UUID order) {
        return model.shop().orders().details(order);
    }

    @Override
    public List<CancelEffect> effects(OrderDetails details) {
        return model.shop().jobs().effects().of(details);
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
        model.sight().readNow();
    }

    @Override
    public boolean hasNext() {
        return false;
    }
}
