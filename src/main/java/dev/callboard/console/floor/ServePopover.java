package dev.callboard.console.floor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.callboard.console.GoOn;
import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import dev.callboard.tickets.CounterAtWork;
import dev.callboard.tickets.Queue;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Which queues are called at a counter; and, with a reason, freeing it from a console that nobody sits at. */
final class ServePopover {
    private static final double WIDTH = 440;
    private static final int WITH_DIGIT = 9;
    private static final int MOST_ROWS = 8;
    private static final double ROW = 32;

    private final Surroundings around;
    private final FloorModel model;
    private final Overlay overlay;
    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
    private final ActionButton serve = new ActionButton();
    private final ActionButton free = new ActionButton();
    private final TextField reason = new TextField();

    ServePopover(Surroundings around, FloorModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
    }

    void open(Node anchor, CounterAtWork counter) {
        var texts = around.texts();
        Keymap keys = new Keymap();
        Popover popover = new Popover(counter.name(),
                counter.holder() == null ? texts.of("floor.nobody") : counter.holder(), WIDTH);
        VBox list = new VBox();
        for (Queue queue : model.sight().snapshotProperty().get().sight().queues()) {
            CheckBox box = box(queue, counter);
            list.getChildren().add(box);
            if (boxes.size() <= WITH_DIGIT) {
                keys.bind(String.valueOf(boxes.size()), queue.name(), box::fire);
            }
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setPrefHeight(ROW * Math.clamp(boxes.size(), 1, MOST_ROWS));
        reason.setId("freeReason");
        reason.setPromptText(texts.of("floor.free.reason"));
        reason.setAccessibleText(texts.of("floor.free.reason"));
        button(free, "floor.free", () -> model.free(counter.name(), reason.getText().strip()));
        free.setId("free");
        reason.setOnAction(enter -> free.fire());
        MessageRow telling = new MessageRow(around, model, overlay, counter);
        HBox freeing = new HBox(8, reason, free);
        HBox.setHgrow(reason, javafx.scene.layout.Priority.ALWAYS);
        popover.fill(Labels.of(texts.of("floor.serve.which"), "dense", "semibold"), scroll, telling.node(), freeing);
        button(serve, "floor.serve.go", () -> model.serve(counter.name(), chosen()));
        serve.setKind("primary");
        sayWhatEnterDoes(telling);
        ActionButton back = new ActionButton();
        back.setText(texts.of("popover.back"));
        back.setKeys(texts.named("key", "Esc"));
        back.setOnAction(press -> overlay.close());
        popover.buttons(back, serve);
        guard(popover, counter);
        keys.bindEverywhere("Esc", texts.of("popover.back"), overlay::close);
        keys.bind("Enter", texts.of("floor.serve.go"), serve::fire);
        overlay.openPopover(popover, anchor, keys);
        popover.requestFocus();
    }

    /** In a field Enter means what stands beside that field, so its hint stands there too. */
    private void sayWhatEnterDoes(MessageRow telling) {
        String enter = around.texts().named("key", "Enter");
        Runnable say = () -> {
            free.setKeys(reason.isFocused() ? enter : "");
            telling.button().setKeys(telling.words().isFocused() ? enter : "");
            serve.setKeys(reason.isFocused() || telling.words().isFocused() ? "" : enter);
        };
        reason.focusedProperty().addListener(change -> say.run());
        telling.words().focusedProperty().addListener(change -> say.run());
        say.run();
    }

    private CheckBox box(Queue queue, CounterAtWork counter) {
        CheckBox box = new CheckBox(queue.code() + "  " + queue.name());
        box.setId("serve-" + queue.code());
        box.setMnemonicParsing(false);
        box.setMinHeight(ROW);
        box.setSelected(counter.isFor(queue.code()));
        boxes.put(queue.code(), box);
        return box;
    }

    private void button(ActionButton button, String key, Runnable act) {
        button.setText(around.texts().of(key));
        button.setOnAction(press -> {
            overlay.close();
            act.run();
        });
    }

    private List<String> chosen() {
        List<String> chosen = new ArrayList<>();
        boxes.forEach((code, box) -> {
            if (box.isSelected()) {
                chosen.add(code);
            }
        });
        return chosen;
    }

    private void guard(Popover popover, CounterAtWork counter) {
        var texts = around.texts();
        GoOn may = model.question(Right.COUNTERS);
        may.guard(popover, serve, () -> chosen().isEmpty() ? texts.of("floor.serve.why") : null,
                boxes.values().stream().map(CheckBox::selectedProperty).toArray(Observable[]::new));
        may.unless(() -> counter.holder() == null ? texts.of("floor.free.why_nobody") : null)
                .unless(() -> counter.holder().equals(model.holder(counter.name())) ? null
                        : texts.of("why.gone", counter.holder()), model.sight().snapshotProperty())
                .unless(() -> reason.getText().isBlank() ? texts.of("triage.reason_needed") : null,
                        reason.textProperty())
                .guard(free);
    }
}
