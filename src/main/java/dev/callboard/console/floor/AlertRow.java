package dev.callboard.console.floor;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One alert: what, since when, what mends it, and taking it on. */
final class AlertRow extends HBox {
    private final Surroundings around;
    private final Label title = Labels.wrapped("", "semibold");
    private final Label at = Labels.whole("", "caption", "muted");
    private final Label detail = Labels.wrapped("", "dense", "muted");
    private final ActionButton mend = new ActionButton();
    private final ActionButton take = new ActionButton();
    private final FontIcon icon = new FontIcon("fth-alert-circle");
    private FloorAlert alert;
    private String ink = "";

    AlertRow(Surroundings around) {
        this.around = around;
        getStyleClass().add("alert-row");
        setFocusTraversable(true);
        setOnMousePressed(press -> requestFocus());
        mend.setKind("small");
        take.setKind("small flat");
        take.setIcon("fth-check");
        take.setText(around.texts().of("floor.got_it"));
        around.rights().guard(Right.ALERTS, take);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox head = new HBox(8, title, at);
        head.setAlignment(Pos.TOP_LEFT);
        HBox buttons = new HBox(8, mend, take);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("alert-buttons");
        VBox words = new VBox(4, head, detail, buttons);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(icon, words);
        mend.managedProperty().bind(mend.visibleProperty());
    }

    /** @param against why nothing can be done now, or null */
    void show(FloorAlert shown, String against) {
        if (alert == null || alert.right() != shown.right()) {
            around.rights().guard(shown.right(), mend);
        }
        alert = shown;
        drawGravity(shown.grave() ? "failed" : "warning");
        icon.setIconLiteral(shown.icon());
        say(shown);
        at.setText(around.formats().minutesOrDay(shown.at(), around.clock().nowProperty().get()));
        mend.setVisible(shown.mend() != null);
        mend.setText(shown.offer() == null ? "" : shown.offer());
        mend.setOnAction(press -> alert.mend().run());
        mend.disabledReasonProperty().set(against);
        take.setOnAction(press -> alert.take().run());
        take.disabledReasonProperty().set(against);
        take.setAccessibleText(around.texts().of("floor.got_it") + ": " + shown.title());
    }

    private void drawGravity(String now) {
        if (!now.equals(ink)) {
            getStyleClass().removeAll("failed", "warning");
            getStyleClass().add(now);
            icon.getStyleClass().removeAll("failed-text", "warning-text");
            icon.getStyleClass().add(now + "-text");
            ink = now;
        }
    }

    /** The words alone, whose spans grow. */
    void say(FloorAlert shown) {
        title.setText(shown.title());
        detail.setText(shown.detail());
        setAccessibleText(shown.title() + ". " + shown.detail());
    }

    FloorAlert alert() {
        return alert;
    }

    void mend() {
        if (alert.mend() != null) {
            mend.fire();
        }
    }

    void take() {
        take.fire();
    }
}
