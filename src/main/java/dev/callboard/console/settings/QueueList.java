package dev.callboard.console.settings;

import java.util.ArrayList;
import java.util.List;

import dev.callboard.console.GoOn;
import dev.callboard.console.QueueStatePopover;
import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Labels;
import dev.callboard.parts.LetterBlock;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.StateChips;
import dev.callboard.tickets.Queue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The shop's queues: what they are called, what they aim for, when they are open, what they do now; and a new one. */
final class QueueList implements SettingPart {
    private static final List<ShopField> FIELDS = List.of(ShopField.QUEUE_NAME, ShopField.QUEUE_TARGET,
            ShopField.QUEUE_LIMIT, ShopField.QUEUE_OPENS, ShopField.QUEUE_CLOSES);
    private static final double NARROW = 84;

    private final Surroundings around;
    private final SettingsModel model;
    private final Overlay overlay;
    private final GridPane grid = new GridPane();
    private final TextField code = new TextField();
    private final TextField name = new TextField();
    private final ActionButton add = new ActionButton();
    private final VBox box;
    private final List<ShopFieldBox> fields = new ArrayList<>();
    private final List<ActionButton> states = new ArrayList<>();
    private List<String> shown = List.of();

    QueueList(Surroundings around, SettingsModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        var texts = around.texts();
        grid.setHgap(12);
        grid.setVgap(8);
        code.setId("newQueueCode");
        code.setPromptText(texts.of("settings.shop.code"));
        code.setPrefWidth(120);
        name.setId("newQueueName");
        name.setPromptText(texts.of("settings.shop.QUEUE_NAME"));
        add.setId("addQueue");
        add.setText(texts.of("settings.shop.add_queue"));
        add.setIcon("fth-plus");
        add.setOnAction(press -> model.addQueue(code.getText().strip(), name.getText().strip()));
        around.rights().guard(Right.QUEUES, add);
        code.textProperty().addListener(change -> draw());
        name.textProperty().addListener(change -> draw());
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox adding = new HBox(12, code, name, add);
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
        List<Queue> queues = model.queues();
        List<String> codes = queues.stream().map(Queue::code).toList();
        if (!codes.equals(shown)) {
            shown = codes;
            arrange(queues);
            code.clear();
            name.clear();
        }
        fields.forEach(ShopFieldBox::draw);
        for (int row = 0; row < queues.size(); row++) {
            showState(states.get(row), queues.get(row));
        }
        boolean missing = code.getText().isBlank() || name.getText().isBlank();
        add.disabledReasonProperty().set(missing ? around.texts().of("settings.shop.why.new") : model.busy());
    }

    private void arrange(List<Queue> queues) {
        grid.getChildren().clear();
        fields.clear();
        states.clear();
        int column = 1;
        for (ShopField field : FIELDS) {
            grid.add(Labels.of(around.texts().of("settings.shop." + field), "caption", "semibold", "muted"), column++,
                    0);
        }
        grid.add(Labels.of(around.texts().of("settings.shop.state"), "caption", "semibold", "muted"), column, 0);
        for (int row = 0; row < queues.size(); row++) {
            arrange(queues.get(row), row + 1);
        }
    }

    private void arrange(Queue queue, int row) {
        LetterBlock letter = new LetterBlock(queue.code());
        GridPane.setValignment(letter, javafx.geometry.VPos.TOP);
        grid.add(letter, 0, row);
        int column = 1;
        for (ShopField field : FIELDS) {
            ShopFieldBox part = new ShopFieldBox(field, queue.code(), model, around).prompting(prompt(field));
            fields.add(part);
            VBox node = (VBox) part.node();
            node.setPrefWidth(field == ShopField.QUEUE_NAME ? 240 : NARROW);
            if (field == ShopField.QUEUE_NAME) {
                GridPane.setHgrow(node, Priority.ALWAYS);
            } else {
                node.setMinWidth(NARROW);
            }
            grid.add(node, column++, row);
        }
        ActionButton state = new ActionButton();
        state.setId("state-" + queue.code());
        around.rights().guard(Right.QUEUE_STATES, state);
        GridPane.setValignment(state, javafx.geometry.VPos.TOP);
        states.add(state);
        grid.add(state, column, row);
    }

    private String prompt(ShopField field) {
        return switch (field) {
            case QUEUE_TARGET, QUEUE_LIMIT -> around.texts().of("settings.shop.shops");
            case QUEUE_OPENS, QUEUE_CLOSES -> "–";
            default -> "";
        };
    }

    private void showState(ActionButton button, Queue queue) {
        button.setText(around.texts().of("queue." + queue.state()) + "…");
        button.setIcon(StateChips.icon(queue.state()));
        button.disabledReasonProperty().set(model.busy());
        button.setOnAction(press -> new QueueStatePopover(around, overlay,
                GoOn.within(around, Right.QUEUE_STATES, model.sight(), model.commands())).open(button, queue,
                        queue.state(),
                        (state, reason) -> model.setQueue(queue.code(), state, reason)));
    }
}
