package dev.callboard.console.triage;

import java.time.Duration;
import java.time.Instant;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.AgeBar;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.layout.StackPane;

/** How long somebody has waited by now: goes on with the window's clock for as long as it is looked at. */
final class WaitingAge extends StackPane {
    private final AgeBar bar = new AgeBar();
    private final ChangeListener<Instant> tick;

    /** @param target the wait that is aimed at; twice as long is too long */
    WaitingAge(Surroundings around, Instant since, Duration target) {
        getChildren().add(bar);
        setMinWidth(USE_PREF_SIZE);
        tick = (property, before, now) -> bar.show(around.clock().since(since), target, target.multipliedBy(2));
        tick.changed(null, null, null);
        // the clock lives longer than what is drawn of one job
        around.clock().nowProperty().addListener(new WeakChangeListener<>(tick));
    }
}
