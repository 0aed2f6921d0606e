package dev.callboard.app;

import java.util.stream.Stream;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.Segments;
import dev.callboard.parts.StateChips;
import dev.callboard.tickets.QueueState;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Buttons, fields, rows and corners, each in the states that it has. */
final class ControlsSheet {

    VBox node() {
        VBox column = new VBox(16, buttons(), fields(), rows(), corners());
        column.setMinWidth(604);
        column.setMaxWidth(604);
        return column;
    }

    private static VBox buttons() {
        HBox outlined = named("outlined", button("Recall", "fth-volume-2", "R", ""), in("hover", "Hover", ""),
                in("focus-visible", "Focus", ""), disabled("Disabled", "R", ""));
        HBox danger = named("danger", button("Cancel order", null, "Ctrl,Enter", "danger"),
                button("Cancel order…", "fth-corner-up-left", null, "danger-line"));
        HBox flat = named("flat, icon", button("Copy", "fth-copy", null, "flat"),
                button("", "fth-more-horizontal", null, "icon-only"), button("", "fth-x", null, "flat icon-only"));
        return ComponentsSheet.card("Buttons", 12,
                named("primary", button("Start", "fth-play", "Enter", "primary"), in("hover", "Hover", "primary"),
                        in("focus-visible", "Focus", "primary"), disabled("Disabled", null, "primary")),
                outlined, danger, flat, named("sizes", button("28", null, null, "small"), button("36", null, null, ""),
                        button("44", null, null, "medium"), button("64", null, null, "large")));
    }

    private static ActionButton button(String words, String icon, String keys, String kind) {
        ActionButton button = new ActionButton();
        button.setText(words);
        if (words.isEmpty()) {
            button.setAccessibleText(icon.substring("fth-".length()));
        }
        if (icon != null) {
            button.setIcon(icon);
        }
        if (keys != null) {
            button.setKeys(keys);
        }
        if (!kind.isEmpty()) {
            button.setKind(kind);
        }
        return button;
    }

    private static ActionButton in(String state, String words, String kind) {
        ActionButton button = button(words, null, null, kind);
        button.button().pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
        return button;
    }

    private static ActionButton disabled(String words, String keys, String kind) {
        ActionButton button = button(words, null, keys, kind);
        button.disabledReasonProperty().set(words);
        return button;
    }

    private static VBox fields() {
        TextField empty = field("", 150);
        empty.setPromptText("Prompt");
        TextField focused = field("Focus", 150);
        focused.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
        TextField wrong = field("s2.quayside.example:263790", 308);
        wrong.getStyleClass().add("error");
        Label why = Labels.whole("the port must be 1 to 65535", "caption", "failed-text");
        FontIcon icon = new FontIcon("fth-alert-circle");
        icon.getStyleClass().addAll("failed-text", "sign");
        why.setGraphic(icon);
        CheckBox some = box(false, false);
        some.setIndeterminate(true);
        ProgressBar progress = new ProgressBar(0.61);
        progress.setPrefWidth(308);
        progress.setAccessibleText("progress");
        return ComponentsSheet.card("Fields and choices", 12, named("field", empty, focused),
                named("error", new VBox(4, wrong, why)), named("segments", states(QueueState.OPEN)),
                named("", states(QueueState.PAUSED)), named("", choice()),
                named("check", box(false, false), box(true, false), some, box(false, true)),
                named("progress", progress));
    }

    private static TextField field(String text, double width) {
        TextField field = new TextField(text);
        field.setPrefWidth(width);
        field.setAccessibleText("field");
        return field;
    }

    private static Node states(QueueState chosen) {
        Segments<QueueState> states = new Segments<>();
        Stream.of(QueueState.values()).forEach(
                state -> states.add(state, state.name().charAt(0) + state.name().substring(1).toLowerCase()));
        states.select(chosen);
        Meaning meaning = StateChips.meaning(chosen);
        states.getStyleClass().add(meaning.styleClass());
        return states;
    }

    private static Node choice() {
        Segments<String> choice = new Segments<>();
        choice.add("Tree", "Tree");
        choice.add("Raw", "Raw");
        return choice;
    }

    private static CheckBox box(boolean selected, boolean disabled) {
        CheckBox box = new CheckBox();
        box.setSelected(selected);
        box.setDisable(disabled);
        box.setAccessibleText("box");
        return box;
    }

    private static VBox rows() {
        VBox list = new VBox(row("14:05:31 Orla Brennan", ""), row("14:04:12 Piotr Zieliński", "hover"),
                row("14:01:44 Deirdre Quinn", "ticked"), row("14:02:07 Niamh Gallagher", "current ticked"),
                row("13:57:33 Marek Dvořák, retried by Tomasz Nowak", "moved"));
        list.getStyleClass().add("sheet-rows");
        list.getChildren().getFirst().getStyleClass().add("top");
        list.getChildren().getLast().getStyleClass().add("bottom");
        return ComponentsSheet.card("Rows: rest, hover, selected, current and selected, moved away", 12, list);
    }

    private static Node row(String words, String states) {
        HBox row = new HBox(12, box(states.contains("ticked"), states.equals("moved")),
                Labels.whole(words, "dense", states.equals("moved") ? "faint" : "plain"));
        row.getStyleClass().add("line");
        Stream.of(states.split(" ")).filter(state -> !state.isEmpty())
                .forEach(state -> row.getStyleClass().add("is-" + state));
        return row;
    }

    private static VBox corners() {
        return ComponentsSheet.card(
                "Corners 4 chip, 6 small, 8 control, 10 panel, 12 card, 16 dialog; shadow on raised only",
                12, new HBox(16, corner("eight"), corner("twelve"), corner("raised")));
    }

    private static Region corner(String kind) {
        Region corner = new Region();
        corner.getStyleClass().addAll("corner", kind);
        return corner;
    }

    private static HBox named(String name, Node... parts) {
        Label label = Labels.whole(name, "caption", "muted");
        label.setPrefWidth(76);
        HBox row = new HBox(8, label);
        row.getChildren().addAll(parts);
        row.getStyleClass().add("sheet-row");
        return row;
    }
}
