package dev.callboard.console.cancel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.audit.Act;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderDetails;
import dev.callboard.triage.CancelEffect;
import dev.callboard.triage.CancelPreview;
import dev.callboard.triage.CancelResult;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** The screen that a cancel is asked on. All but the last four may wait for the servers. */
public interface CancelPlace {

    /** What cancelling the order would do now. */
    CancelPreview preview(UUID order);

    /** Cancels the order as it was seen; empty where it has moved since. */
    Optional<CancelResult> cancel(Order seen, Act act);

    /** The order as it stands now, with what happened to it. */
    OrderDetails present(UUID order);

    /** How far the cancel of an order has come. */
    List<CancelEffect> effects(OrderDetails details);

    /** Changes with every news that the screen gets; for the FX thread. */
    ObservableValue<?> news();

    /** True where what the screen shows is too old to act on. */
    ObservableBooleanValue staleProperty();

    /** Something was cancelled, or was found moved. */
    void settled();

    /** True where another one to look at follows on the screen. */
    boolean hasNext();
}
