package dev.callboard.console.connect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.controlsfx.control.SegmentedButton;

import dev.callboard.parts.Labels;
import dev.callboard.parts.Texts;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Makes the rows of the connection form: names and fields that stand under each other. */
final class ConnectRows {
    private static final double NAME = 84;
    private static final double SECOND_NAME = 76;
    private static final double GAP = 12;
    private static final double HALF = 175;

    private final ConnectModel model;
    private final Texts texts;
    private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
    private final Map<Field, SecretField> secrets = new EnumMap<>(Field.class);
    private final Map<Field, ComboBox<String>> choices = new EnumMap<>(Field.class);
    private final Map<Field, Label> names = new EnumMap<>(Field.class);
    private boolean drawing;

    ConnectRows(ConnectModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    SegmentedButton segments(Field field, List<String> values) {
        SegmentedButton buttons = new SegmentedButton();
        for (String value : values) {
            ToggleButton button = new ToggleButton(texts.of("connect.value." + value));
            button.setUserData(value);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().add(value.toLowerCase(java.util.Locale.ROOT));
            button.setOnAction(press -> {
                button.setSelected(true);
                model.write(field, value);
            });
            buttons.getButtons().add(button);
        }
        return buttons;
    }

    Label name(Field field) {
        return names.computeIfAbsent(field, missing -> {
            Label label = Labels.whole(texts.of("connect.field." + field), "field-name");
            align(label, NAME);
            return label;
        });
    }

    /** As wide as the usual names, so that the fields stand under each other; a longer name takes what it needs. */
    private static void align(Label name, double usual) {
        Text measured = new Text(name.getText());
        measured.setFont(Font.font("Callboard Sans Medium", 13));
        name.setPrefWidth(Math.max(usual, measured.getLayoutBounds().getWidth() + GAP / 2));
    }

    TextField text(Field field, double width) {
        TextField text = new TextField();
        text.setPrefWidth(width);
        fields.put(field, connected(text, field));
        return text;
    }

    private SecretField secret(Field field) {
        SecretField secret = new SecretField(texts, () -> model.forget(field));
        secret.setPrefWidth(HALF);
        fields.put(field, connected(secret.typed(), field));
        secrets.put(field, secret);
        return secret;
    }

    private TextField connected(TextField text, Field field) {
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
        return text;
    }

    private Node choice(Field field) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(field == Field.PG_TLS
                ? List.of("off", "require", "verify-full")
                : List.of("off", "verify-full"));
        box.setPrefWidth(HALF);
        box.setId(field.name());
        box.setAccessibleText(texts.of("connect.field." + field));
        box.valueProperty().addListener((property, before, now) -> {
            if (!drawing && now != null) {
                model.write(field, now);
            }
        });
        choices.put(field, box);
        return box;
    }

    HBox wide(Field field) {
        Node text = text(field, 438);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(name(field), text);
        row.getStyleClass().add("row");
        return row;
    }

    HBox pair(Field left, Field right) {
        HBox row = new HBox();
        row.getStyleClass().add("row");
        pair(row, field(left), field(right), left, right);
        return row;
    }

    /** Fills a row; without a right field the left one stands alone. */
    void pair(HBox row, Node leftField, Node rightField, Field left, Field right) {
        align(name(left), NAME);
        row.getChildren().setAll(name(left), leftField);
        if (right != null) {
            align(name(right), SECOND_NAME);
            Region gap = new Region();
            gap.setMinWidth(GAP);
            row.getChildren().addAll(gap, name(right), rightField);
        }
    }

    Node field(Field field) {
        return field.name().endsWith("TLS") ? choice(field) : field.name().endsWith("PASSWORD")
                ? secret(field)
                : text(field, HALF);
    }

    /** Writes into the fields what the model has, without their answering. */
    void draw(ConnectModel.View now) {
        drawing = true;
        fields.forEach((field, text) -> {
            if (!text.getText().equals(now.draft().values().get(field))) {
                text.setText(now.draft().values().get(field));
            }
            text.getStyleClass().remove("error");
            if (now.shown().containsKey(field)) {
                text.getStyleClass().add("error");
            }
        });
        secrets.forEach((field, secret) -> secret.show(now.kept().contains(field)));
        choices.forEach((field, box) -> box.setValue(now.draft().values().get(field)));
        drawing = false;
    }
}
