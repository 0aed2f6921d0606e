package dev.callboard.console.stock;

import java.time.Duration;
import java.time.Instant;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.stock.GateReconciler;
import dev.callboard.stock.GateTimes;
import javafx.scene.control.Label;

/** In the status bar: when the gate was rebuilt and reconciled, or that nobody reconciles it. */
final class GateLine {
    /** A reconciler that missed two turns does not run. */
    private static final Duration MISSED = GateReconciler.EVERY.multipliedBy(2);

    private final Surroundings around;
    private final Label line = Labels.of("", "dense", "muted");
    private GateTimes times = new GateTimes(null, null);

    GateLine(Surroundings around) {
        this.around = around;
        around.clock().nowProperty().addListener((property, before, now) -> draw());
    }

    Label node() {
        return line;
    }

    void show(GateTimes now) {
        times = now;
        draw();
    }

    /** True while the reconciler has not looked for longer than it should. */
    boolean isIdle() {
        return times.reconciled() == null || around.clock().since(times.reconciled()).compareTo(MISSED) > 0;
    }

    /** Seconds until the reconciler looks again. */
    long untilNext() {
        return Math.max(0, GateReconciler.EVERY.minus(around.clock().since(times.reconciled())).toSeconds());
    }

    private void draw() {
        var texts = around.texts();
        Instant now = around.clock().nowProperty().get();
        String reconciled = times.reconciled() == null ? texts.of("stock.gate.never")
                : isIdle() ? texts.of("stock.gate.idle", around.formats().minutesOrDay(times.reconciled(), now))
                        : texts.of("stock.gate.reconciled", around.clock().since(times.reconciled()).toSeconds());
        line.setText(times.built() == null ? reconciled
                : texts.of("stock.gate.built", around.formats().minutesOrDay(times.built(), now), reconciled));
        line.getStyleClass().removeAll("muted", "warning-text");
        line.getStyleClass().add(isIdle() ? "warning-text" : "muted");
    }
}
