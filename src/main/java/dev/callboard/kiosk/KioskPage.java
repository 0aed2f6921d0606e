package dev.callboard.kiosk;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A page that hears of changes only while it is in front: a kiosk runs for weeks, and each visitor sees new pages. */
abstract class KioskPage extends VBox {
    private Subscription heard = Subscription.EMPTY;

    /** Runs this whenever the value changes, until the page is left. */
    final void on(ObservableValue<?> value, Runnable change) {
        heard = heard.and(value.subscribe(change));
    }

    /** The page is left for good. */
    final void leave() {
        heard.unsubscribe();
    }
}
