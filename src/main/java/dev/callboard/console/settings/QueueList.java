package dev.callboard.console.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

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
    /** The queues that are shown, by code. */
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** What stands in one row. */
    private record Line(LetterBlock letter, List<ShopFieldBox> fields, ActionButton state) {
        List<Node> nodes() {
            return Stream.of(Stream.of(letter), fields.stream().map(ShopFieldBox::node), Stream.of(state))
                    .<Node>flatMap(Function.identity()).toList();
        }
    }

    QueueList(Surroundings around, SettingsModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        var texts = around.texts();
        grid.setHgap(12);
        grid.setVgap(8);
        heads();
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
        if (!codes.equals(List.copyOf(lines.keySet()))) {
            arrange(codes);
        }
        for (Queue queue : queues) {
            Line line = lines.get(queue.code());
            line.fields().forEach(ShopFieldBox::draw);
            showState(line.state(), queue);
        }
        boolean missing = code.getText().isBlank() || name.getText().isBlank();
        add.disabledReasonProperty().set(missing ? around.texts().of("settings.shop.why.new") : model.busy());
    }

    private void heads() {
        int column = 1;
        for (ShopField field : FIELDS) {
            grid.add(Labels.of(around.texts().of("settings.shop." + field), "caption", "semibold", "muted"), column++,
                    0);
        }
        grid.add(Labels.of(around.texts().of("settings.shop.state"), "caption", "semibold", "muted"), column, 0);
    }

    /** The rows of queues that stay, stay: somebody may be typing in one. */
    private void arrange(List<String> codes) {
        Map<String, Line> before = Map.copyOf(lines);
        before.keySet().stream().filter(gone -> !codes.contains(gone))
                .forEach(gone -> grid.getChildren().removeAll(before.get(gone).nodes()));
        lines.clear();
        for (String queue : codes) {
            Line kept = before.get(queue);
            Line line = kept == null ? line(queue) : kept;
            lines.put(queue, line);
            if (kept == null) {
                grid.addRow(lines.size(), line.nodes().toArray(Node[]::new));
            } else {
                line.nodes().forEach(node -> GridPane.setRowIndex(node, lines.size()));
            }
        }
        if (codes.contains(code.getText().strip())) {
            code.clear();
            name.clear();
        }
    }

    private Line line(String queue) {
        LetterBlock letter = new LetterBlock(queue);
        GridPane.setValignment(letter, javafx.geometry.VPos.TOP);
        List<ShopFieldBox> fields = FIELDS.stream().map(field -> box(field, queue)).toList();
        ActionButton state = new ActionButton();
        state.setId("state-" + queue);
        around.rights().guard(Right.QUEUE_STATES, state);
        GridPane.setValignment(state, javafx.geometry.VPos.TOP);
        return new Line(letter, fields, state);
    }

    private ShopFieldBox box(ShopField field, String queue) {
        ShopFieldBox box = new ShopFieldBox(field, queue, model, around).prompting(prompt(field));
        VBox node = (VBox) box.node();
        node.setPrefWidth(field == ShopField.QUEUE_NAME ? 240 : NARROW);
        if (field == ShopField.QUEUE_NAME) {
            GridPane.setHgrow(node, Priority.ALWAYS);
        } else {
            node.setMinWidth(NARROW);
        }
        return box;
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
