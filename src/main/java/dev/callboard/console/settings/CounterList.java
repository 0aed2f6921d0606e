package dev.callboard.console.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Labels;
import dev.callboard.tickets.CounterAtWork;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The shop's counters: what they are called, which queues are called at them, who is there; and a new one. */
final class CounterList implements SettingPart {
    private final Surroundings around;
    private final SettingsModel model;
    private final GridPane grid = new GridPane();
    private final TextField name = new TextField();
    private final ActionButton add = new ActionButton();
    private final VBox box;
    /** The counters that are shown, by name. */
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** What stands in one row. */
    private record Line(ShopFieldBox called, ShopFieldBox serves, Label holder, ActionButton retire) {
        List<Node> nodes() {
            return List.of(called.node(), serves.node(), holder, retire);
        }
    }

    CounterList(Surroundings around, SettingsModel model) {
        this.around = around;
        this.model = model;
        var texts = around.texts();
        grid.setHgap(12);
        grid.setVgap(8);
        grid.add(Labels.of(texts.of("settings.shop.COUNTER_NAME"), "caption", "semibold", "muted"), 0, 0);
        grid.add(Labels.of(texts.of("settings.shop.COUNTER_QUEUES"), "caption", "semibold", "muted"), 1, 0);
        grid.add(Labels.of(texts.of("floor.column.staff"), "caption", "semibold", "muted"), 2, 0);
        name.setId("newCounter");
        name.setPromptText(texts.of("settings.shop.COUNTER_NAME"));
        HBox.setHgrow(name, Priority.ALWAYS);
        add.setId("addCounter");
        add.setText(texts.of("settings.shop.add_counter"));
        add.setIcon("fth-plus");
        add.setOnAction(press -> model.addCounter(name.getText().strip()));
        around.rights().guard(Right.COUNTER_LIST, add);
        name.textProperty().addListener(change -> draw());
        HBox adding = new HBox(12, name, add);
        adding.setAlignment(Pos.CENTER_LEFT);
        this.box = new VBox(16, grid, adding);
        box.getStyleClass().add("shop-list");
        draw();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void draw() {
        List<CounterAtWork> counters = model.counters();
        List<String> names = counters.stream().map(CounterAtWork::name).toList();
        if (!names.equals(List.copyOf(lines.keySet()))) {
            arrange(names);
        }
        for (CounterAtWork counter : counters) {
            Line line = lines.get(counter.name());
            line.called().draw();
            line.serves().draw();
            line.holder().setText(counter.holder() == null ? around.texts().of("floor.nobody") : counter.holder());
            line.retire().disabledReasonProperty()
                    .set(counter.isStaffed() ? around.texts().of("settings.shop.why.staffed") : model.busy());
        }
        add.disabledReasonProperty()
                .set(name.getText().isBlank() ? around.texts().of("settings.shop.why.new") : model.busy());
    }

    /** The rows of counters that stay, stay: somebody may be typing in one. */
    private void arrange(List<String> names) {
        Map<String, Line> before = Map.copyOf(lines);
        before.keySet().stream().filter(gone -> !names.contains(gone))
                .forEach(gone -> grid.getChildren().removeAll(before.get(gone).nodes()));
        lines.clear();
        for (String counter : names) {
            Line kept = before.get(counter);
            Line line = kept == null ? line(counter) : kept;
            lines.put(counter, line);
            if (kept == null) {
                grid.addRow(lines.size(), line.nodes().toArray(Node[]::new));
            } else {
                line.nodes().forEach(node -> GridPane.setRowIndex(node, lines.size()));
            }
        }
        if (names.contains(name.getText().strip())) {
            name.clear();
        }
    }

    private Line line(String counter) {
        ShopFieldBox called = new ShopFieldBox(ShopField.COUNTER_NAME, counter, model, around);
        ShopFieldBox serves = new ShopFieldBox(ShopField.COUNTER_QUEUES, counter, model, around)
                .prompting(around.texts().of("settings.shop.any"));
        GridPane.setHgrow(called.node(), Priority.ALWAYS);
        GridPane.setHgrow(serves.node(), Priority.ALWAYS);
        Label holder = Labels.of("", "dense");
        holder.setMinHeight(36);
        holder.setPrefWidth(160);
        GridPane.setValignment(holder, VPos.TOP);
        ActionButton retire = new ActionButton();
        retire.setText(around.texts().of("settings.shop.retire"));
        retire.setOnAction(press -> model.retireCounter(counter));
        around.rights().guard(Right.COUNTER_LIST, retire);
        GridPane.setValignment(retire, VPos.TOP);
        return new Line(called, serves, holder, retire);
    }
}
