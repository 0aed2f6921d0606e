package dev.callboard.console.connect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Labels;
import dev.callboard.parts.Texts;
import dev.callboard.redis.RedisAddress;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The fields of one connection, with a line under each that is wrong. */
final class ConnectForm extends VBox {
    private static final double NAME = 84;
    private static final double SECOND_NAME = 88;

    private final ConnectModel model;
    private final Texts texts;
    private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
    private final Map<Field, ComboBox<String>> choices = new EnumMap<>(Field.class);
    private final Map<Field, Label> names = new EnumMap<>(Field.class);
    private final Label note = Labels.wrapped("");
    private final Label postgresLine = Labels.of("", "line");
    private final Label redisLine = Labels.of("", "line");
    private final Label postgresState = Labels.of("", "state");
    private final Label redisState = Labels.of("", "state");
    private final HBox masterRow;
    private final SegmentedButton environment;
    private final SegmentedButton kind;
    private boolean drawing;

    ConnectForm(ConnectModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("form");
        environment = segments(Field.ENVIRONMENT, List.of(ConnectionDraft.PRODUCTION, ConnectionDraft.DEVELOPMENT));
        kind = segments(Field.REDIS_KIND, List.of("SINGLE", "SENTINEL", "CLUSTER"));
        HBox first = new HBox(name(Field.NAME), text(Field.NAME, 231), environment);
        first.getStyleClass().addAll("row", "first");
        masterRow = pair(Field.REDIS_MASTER, Field.REDIS_USER);
        note.getStyleClass().add("environment-note");
        note.setMaxWidth(Double.MAX_VALUE);
        VBox postgres = card(head("fth-database", "Postgres", postgresState), wide(Field.PG_HOSTS), postgresLine,
                pair(Field.PG_DATABASE, Field.PG_USER), pair(Field.PG_PASSWORD, Field.PG_TLS));
        VBox redis = card(head("fth-layers", "Redis", kind), wide(Field.REDIS_NODES), redisLine, masterRow,
                pair(Field.REDIS_PASSWORD, Field.REDIS_TLS));
        getChildren().addAll(first, note, postgres, redis);
        names.values().forEach(this::align);
        model.viewProperty().addListener((property, before, now) -> draw(now));
        draw(model.viewProperty().get());
    }

    private SegmentedButton segments(Field field, List<String> values) {
        SegmentedButton buttons = new SegmentedButton();
        values.forEach(value -> {
            ToggleButton button = new ToggleButton(texts.of("connect.value." + value));
            button.setUserData(value);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add(value.toLowerCase(java.util.Locale.ROOT));
            button.setOnAction(press -> {
                button.setSelected(true);
                model.write(field, value);
            });
            buttons.getButtons().add(button);
        });
        return buttons;
    }

    private Label name(Field field) {
        Label label = Labels.whole(texts.of("connect.field." + field), "field-name");
        names.put(field, label);
        return label;
    }

    /** As wide as the usual names, so that the fields stand under each other; a longer name takes what it needs. */
    private void align(Label name) {
        boolean second = name.getStyleClass().contains("second");
        Text measured = new Text(name.getText());
        measured.setFont(Font.font("Callboard Sans Medium", 13));
        double needed = measured.getLayoutBounds().getWidth() + (second ? 12 : 0) + 8;
        name.setPrefWidth(Math.max(second ? SECOND_NAME : NAME, needed));
    }

    private Node text(Field field, double width) {
        TextField text = field.name().endsWith("PASSWORD") ? new PasswordField() : new TextField();
        text.setPrefWidth(width);
        text.setId(field.name());
        text.setAccessibleText(texts.of("connect.field." + field));
        text.textProperty().addListener((property, before, now) -> {
            if (!drawing) {
                model.write(field, now);
            }
        });
        text.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                model.left(field);
            }
        });
        fields.put(field, text);
        return text;
    }

    private Node choice(Field field) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(field == Field.PG_TLS ? List.of("off", "require", "verify-full")
                : List.of("off", "verify-full"));
        box.setPrefWidth(175);
        box.setAccessibleText(texts.of("connect.field." + field));
        box.valueProperty().addListener((property, before, now) -> {
            if (!drawing && now != null) {
                model.write(field, now);
            }
        });
        choices.put(field, box);
        return box;
    }

    private HBox wide(Field field) {
        Node text = text(field, 438);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(name(field), text);
        row.getStyleClass().add("row");
        return row;
    }

    private HBox pair(Field left, Field right) {
        Label second = name(right);
        second.getStyleClass().add("second");
        HBox row = new HBox(name(left), text(left, 175), second,
                right.name().endsWith("TLS") ? choice(right) : text(right, 175));
        row.getStyleClass().add("row");
        return row;
    }

    private static HBox head(String icon, String title, Node end) {
        HBox head = new HBox(new FontIcon(icon), Labels.of(title, "card-title"), Labels.space(), end);
        head.getStyleClass().add("head");
        return head;
    }

    private static VBox card(Node... rows) {
        VBox card = new VBox(rows);
        card.getStyleClass().addAll("card", "service");
        return card;
    }

    private void draw(ConnectModel.View now) {
        drawing = true;
        ConnectionDraft draft = now.draft();
        fields.forEach((field, text) -> {
            if (!text.getText().equals(draft.values().get(field))) {
                text.setText(draft.values().get(field));
            }
            text.getStyleClass().remove("error");
            if (now.shown().containsKey(field)) {
                text.getStyleClass().add("error");
            }
        });
        choices.forEach((field, box) -> box.setValue(draft.values().get(field)));
        select(environment, draft.get(Field.ENVIRONMENT));
        select(kind, draft.get(Field.REDIS_KIND));
        boolean sentinel = draft.kind() == RedisAddress.Kind.SENTINEL;
        fields.get(Field.REDIS_MASTER).setDisable(!sentinel);
        names.get(Field.REDIS_NODES).setText(texts.of("connect.nodes." + draft.kind()));
        showNote(draft);
        showLine(postgresLine, postgresState, now.shown().get(Field.PG_HOSTS), now.postgres());
        showLine(redisLine, redisState, now.shown().get(Field.REDIS_NODES), now.redis());
        if (redisState.getText() != null && !redisState.getText().isEmpty() && redisLine.getText().isEmpty()) {
            show(redisLine, redisState.getText(), true);
        }
        drawing = false;
    }

    private static void select(SegmentedButton buttons, String value) {
        buttons.getButtons().forEach(button -> button.setSelected(value.equals(button.getUserData())));
    }

    private void showNote(ConnectionDraft draft) {
        String key = draft.isProduction() ? "connect.production" : draft.looksLikeProduction()
                ? "connect.looks_like_production" : null;
        note.setVisible(key != null);
        note.setManaged(key != null);
        note.setGraphic(new FontIcon("fth-shield"));
        note.setText(key == null ? "" : texts.of(key));
    }

    private void showLine(Label line, Label state, Problem problem, Finding finding) {
        state.setText("");
        state.setGraphic(null);
        if (problem != null) {
            show(line, problem.words(texts), false);
            return;
        }
        if (finding == null) {
            show(line, "", true);
            return;
        }
        show(state, finding.headline().words(texts), finding.good());
        show(line, finding.detail() == null ? "" : finding.detail().words(texts), finding.good());
    }

    private static void show(Label line, String words, boolean good) {
        boolean header = line.getStyleClass().contains("state");
        line.getStyleClass().removeAll("success-text", "failed-text");
        String ink = good ? "success-text" : "failed-text";
        line.getStyleClass().add(ink);
        line.setText(words);
        FontIcon icon = new FontIcon(!good ? "fth-alert-circle" : header ? "fth-check-circle" : "fth-check");
        icon.getStyleClass().add(ink);
        line.setGraphic(words.isEmpty() ? null : icon);
        line.setManaged(!words.isEmpty());
        line.setVisible(!words.isEmpty());
    }
}
