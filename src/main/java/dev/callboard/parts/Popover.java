package dev.callboard.parts;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The frame of a small question: what about, the answer's fields, and the two buttons. */
public final class Popover extends VBox {
    private static final Insets BESIDE_THE_FIELDS = new Insets(0, 16, 12, 16);
    private final VBox middle = new VBox();
    private final HBox foot = new HBox();
    private final StringProperty warning = new SimpleStringProperty();
    private Label aside;

    /** A question that needs no title. */
    public Popover(double width) {
        getStyleClass().add("popover");
        middle.getStyleClass().add("middle");
        foot.getStyleClass().add("foot");
        getChildren().addAll(middle, foot);
        setPrefWidth(width);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** @param aside a quieter word at the right of the title, or an empty text */
    public Popover(String title, String aside, double width) {
        this(width);
        Label head = Labels.of(title, "title");
        Label quiet = Labels.of(aside, "dense", "muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(head, space, quiet);
        top.getStyleClass().add("top");
        getChildren().addFirst(top);
    }

    /** Puts a chip at the right of the title. */
    public void badge(Node chip) {
        ((HBox) getChildren().getFirst()).getChildren().add(chip);
    }

    public void fill(Node... rows) {
        middle.getChildren().setAll(rows);
    }

    /** A labelled row of the middle. */
    public static HBox row(String label, Node... fields) {
        Label name = Labels.of(label, "dense", "semibold");
        name.setMinWidth(64);
        HBox row = new HBox(12, name);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.getChildren().addAll(fields);
        HBox.setHgrow(fields[0],
                fields[0] instanceof javafx.scene.control.TextField ? Priority.ALWAYS : Priority.NEVER);
        return row;
    }

    public void buttons(Node... buttons) {
        foot.getChildren().setAll(buttons);
        if (aside != null) {
            foot.getChildren().addFirst(aside);
        }
    }

    /** Says above the buttons why the question can no longer be answered with yes; null while it can. */
    public void warn(ObservableValue<String> reason) {
        NoteLine line = new NoteLine();
        warning.bind(reason);
        warning.addListener((property, before, now) -> line.show(warning()));
        line.show(warning());
        VBox.setMargin(line, BESIDE_THE_FIELDS);
        getChildren().add(getChildren().indexOf(foot), line);
    }

    private Note warning() {
        return warning.get() == null ? null : new Note(Note.Kind.WARNING, warning.get());
    }

    /** A word at the left of the buttons. */
    public void aside(Label words) {
        aside = words;
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
    }
}
