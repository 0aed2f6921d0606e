package dev.callboard.console.settings;

import java.util.ArrayList;
import java.util.List;

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
    private final List<ShopFieldBox> fields = new ArrayList<>();
    private final List<ActionButton> retiring = new ArrayList<>();
    private final List<Label> holders = new ArrayList<>();
    private List<String> shown = List.of();

    CounterList(Surroundings around, SettingsModel model) {
        this.around = around;
        this.model = model;
        var texts = around.texts();
        grid.setHgap(12);
        grid.setVgap(8);
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
        if (!names.equals(shown)) {
            shown = names;
            arrange(counters);
            name.clear();
        }
        fields.forEach(ShopFieldBox::draw);
        for (int row = 0; row < counters.size(); row++) {
            CounterAtWork counter = counters.get(row);
            holders.get(row).setText(counter.holder() == null ? around.texts().of("floor.nobody") : counter.holder());
            retiring.get(row).disabledReasonProperty()
                    .set(counter.isStaffed() ? around.texts().of("settings.shop.why.staffed") : model.busy());
        }
        add.disabledReasonProperty()
                .set(name.getText().isBlank() ? around.texts().of("settings.shop.why.new") : model.busy());
    }

    private void arrange(List<CounterAtWork> counters) {
        var texts = around.texts();
        grid.getChildren().clear();
        fields.clear();
        retiring.clear();
        holders.clear();
        grid.add(Labels.of(texts.of("settings.shop.COUNTER_NAME"), "caption", "semibold", "muted"), 0, 0);
        grid.add(Labels.of(texts.of("settings.shop.COUNTER_QUEUES"), "caption", "semibold", "muted"), 1, 0);
        grid.add(Labels.of(texts.of("floor.column.staff"), "caption", "semibold", "muted"), 2, 0);
        for (int row = 0; row < counters.size(); row++) {
            arrange(counters.get(row).name(), row + 1);
        }
    }

    private void arrange(String counter, int row) {
        ShopFieldBox called = new ShopFieldBox(ShopField.COUNTER_NAME, counter, model, around);
        ShopFieldBox serves = new ShopFieldBox(ShopField.COUNTER_QUEUES, counter, model, around)
                .prompting(around.texts().of("settings.shop.any"));
        fields.addAll(List.of(called, serves));
        GridPane.setHgrow(called.node(), Priority.ALWAYS);
        GridPane.setHgrow(serves.node(), Priority.ALWAYS);
        Label holder = Labels.of("", "dense");
        holder.setMinHeight(36);
        holder.setPrefWidth(160);
        GridPane.setValignment(holder, VPos.TOP);
        holders.add(holder);
        ActionButton retire = new ActionButton();
        retire.setText(around.texts().of("settings.shop.retire"));
        retire.setOnAction(press -> model.retireCounter(counter));
        around.rights().guard(Right.COUNTER_LIST, retire);
        GridPane.setValignment(retire, VPos.TOP);
        retiring.add(retire);
        grid.addRow(row, called.node(), serves.node(), holder, retire);
    }
}
