package dev.callboard.console.floor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.EmptyState;
import dev.callboard.parts.InPlace;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import dev.callboard.triage.HandledAlert;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The alerts at the right, in place by what they are about; below them what was handled today. */
final class AlertsPane {
    private static final double HANDLED_WIDTH = 460;
    private static final double MOST_HEIGHT = 420;

    private final VBox box;
    private final Button handled;
    private final Surroundings around;
    private final FloorModel model;
    private final Overlay overlay;
    private final FloorAlerts words;
    private final Map<String, AlertRow> rows = new HashMap<>();
    private final EmptyState nothing;

    AlertsPane(VBox box, Button handled, Frame frame, FloorAlerts words) {
        this.box = box;
        this.handled = handled;
        this.around = frame.around();
        this.model = frame.model();
        this.overlay = frame.overlay();
        this.words = words;
        this.nothing = new EmptyState("fth-check-circle", around.texts().of("floor.no_alert"),
                around.texts().of("floor.no_alert_detail"));
        nothing.getStyleClass().addAll("good", "small");
        handled.setOnAction(press -> openHandled());
    }

    /** What the parts of the Floor share. */
    record Frame(Surroundings around, FloorModel model, Overlay overlay) {}

    /** @return how many there are */
    int show(FloorSnapshot now) {
        List<FloorAlert> alerts = words.of(now);
        List<Node> shown = new ArrayList<>();
        boolean isNew = false;
        String busy = model.busy();
        for (FloorAlert alert : alerts) {
            isNew |= !rows.containsKey(alert.key());
            AlertRow row = rows.computeIfAbsent(alert.key(), key -> new AlertRow(around));
            row.show(alert, busy);
            shown.add(row);
        }
        rows.values().retainAll(shown);
        if (shown.isEmpty()) {
            shown.add(nothing);
        }
        InPlace.update(box.getChildren(), shown, Function.identity());
        if (isNew) {
            box.setAccessibleText(alerts.getFirst().title());
            box.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
        handled.setText(around.texts().of("floor.handled", now.alerts().handled().size()));
        return alerts.size();
    }

    /** The spans in the words, a second later. */
    void tick() {
        FloorSnapshot now = model.sight().snapshotProperty().get();
        if (now != null) {
            for (FloorAlert alert : words.of(now)) {
                AlertRow row = rows.get(alert.key());
                if (row != null) {
                    row.say(alert);
                }
            }
        }
    }

    /** The alert with the focus, or the first; null without any. */
    AlertRow current() {
        return box.getChildren().stream().filter(Node::isFocused).filter(AlertRow.class::isInstance)
                .map(AlertRow.class::cast).findFirst().orElseGet(this::first);
    }

    private AlertRow first() {
        return !box.getChildren().isEmpty() && box.getChildren().getFirst() instanceof AlertRow row ? row : null;
    }

    /** True where the focus moved. */
    boolean step(int by) {
        int here = box.getChildren().indexOf(box.getScene().getFocusOwner());
        if (here < 0) {
            return false;
        }
        box.getChildren().get(Math.clamp(here + by, 0, box.getChildren().size() - 1)).requestFocus();
        return true;
    }

    private void openHandled() {
        var texts = around.texts();
        VBox list = new VBox(8);
        for (HandledAlert alert : model.sight().snapshotProperty().get().alerts().handled()) {
            Label what = Labels.wrapped(alert.message(), "dense", "medium");
            list.getChildren().add(new VBox(2, what, Labels.of(
                    texts.of("floor.handled.by", alert.by(), around.formats().seconds(alert.at())), "caption",
                    "muted")));
        }
        if (list.getChildren().isEmpty()) {
            list.getChildren().add(Labels.of(texts.of("floor.handled.none"), "dense", "muted"));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        Popover popover = new Popover(handled.getText(), "", HANDLED_WIDTH);
        popover.fill(scroll);
        Button close = new Button(texts.of("key.close"));
        close.setOnAction(press -> overlay.close());
        popover.buttons(close);
        overlay.openPopover(popover, handled,
                new Keymap().bindEverywhere("Esc", texts.of("key.close"), overlay::close));
        close.requestFocus();
    }
}
