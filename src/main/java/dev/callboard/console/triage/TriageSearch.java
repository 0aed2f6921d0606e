package dev.callboard.console.triage;

import java.util.List;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.KeyHint;
import dev.callboard.parts.Labels;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The search field of Triage: runs a moment after typing stops, says what it cannot read, suggests fields. */
final class TriageSearch {
    private static final Duration AFTER_TYPING = Duration.millis(250);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** Room for the longest of the explanations, in pixels. */
    private static final double NARROWEST = 440;

    private final Surroundings around;
    private final TriageModel model;
    private final TextField field;
    private final Label fault;
    private final VBox suggestions;
    private final PauseTransition typing = new PauseTransition(AFTER_TYPING);
    private List<QueryWords.Suggestion> offered = List.of();
    private int chosen;

    /** @param parts field, the line under it, and the box of suggestions */
    TriageSearch(Surroundings around, TriageModel model, Parts parts) {
        this.around = around;
        this.model = model;
        this.field = parts.field();
        this.fault = parts.fault();
        this.suggestions = parts.suggestions();
        suggestions.prefWidthProperty().bind(Bindings.max(field.widthProperty(), NARROWEST));
        field.textProperty().addListener((property, before, now) -> {
            typing.playFromStart();
            offer();
        });
        field.caretPositionProperty().addListener((property, before, now) -> offer());
        field.focusedProperty().addListener((property, before, now) -> offer());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        typing.setOnFinished(pause -> model.search(field.getText().strip()));
        model.faultProperty().addListener((property, before, now) -> drawFault());
        parts.help().setOnAction(press -> offerAll());
        drawFault();
        offer();
    }

    /** The nodes that it works with. */
    record Parts(TextField field, ActionButton help, Label fault, VBox suggestions) {}

    private void drawFault() {
        var now = model.faultProperty().get();
        fault.setText(now == null ? "" : QueryWords.fault(now, around.texts()));
        fault.setVisible(now != null);
        fault.setManaged(now != null);
        field.pseudoClassStateChanged(WRONG, now != null);
    }

    private void offer() {
        boolean atEnd = field.isFocused() && field.getCaretPosition() >= field.getText().length();
        offer(atEnd ? QueryWords.suggestions(field.getText()) : List.of());
    }

    /** Says what may be searched for, at the end of what was typed. */
    private void offerAll() {
        field.requestFocus();
        field.end();
        offer(QueryWords.all());
    }

    private void offer(List<QueryWords.Suggestion> now) {
        if (!now.equals(offered)) {
            offered = now;
            chosen = 0;
        }
        suggestions.setVisible(!offered.isEmpty());
        suggestions.getChildren().setAll(offered.stream().map(this::row).toList());
    }

    private Button row(QueryWords.Suggestion suggestion) {
        Label name = Labels.whole(suggestion.field() + ":", "mono", "dense");
        name.setPrefWidth(80);
        Label what = Labels.of(around.texts().of(suggestion.what()), "dense", "muted");
        HBox line = new HBox(12, name, what, Labels.space());
        boolean first = offered.indexOf(suggestion) == chosen;
        if (first) {
            line.getChildren().add(new KeyHint("Tab"));
        }
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button row = new Button(null, line);
        line.prefWidthProperty().bind(suggestions.widthProperty().subtract(32));
        row.getStyleClass().setAll("suggestion");
        row.setFocusTraversable(false);
        row.setMaxWidth(Double.MAX_VALUE);
        row.pseudoClassStateChanged(CHOSEN, first);
        row.setAccessibleText(suggestion.field() + ", " + around.texts().of(suggestion.what()));
        row.addEventHandler(ActionEvent.ACTION, press -> complete(suggestion));
        return row;
    }

    private void key(KeyEvent event) {
        if (offered.isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
            complete(offered.get(chosen));
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            chosen = Math.floorMod(chosen + (event.getCode() == KeyCode.DOWN ? 1 : -1), offered.size());
            suggestions.getChildren().setAll(offered.stream().map(this::row).toList());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            offered = List.of();
            suggestions.setVisible(false);
            event.consume();
        }
    }

    private void complete(QueryWords.Suggestion suggestion) {
        field.setText(QueryWords.completed(field.getText(), suggestion.field()));
        field.requestFocus();
        field.end();
    }

    /** Shows another text and searches for it at once. */
    void show(String typed) {
        if (!field.getText().equals(typed)) {
            field.setText(typed);
        }
        typing.stop();
        model.search(typed.strip());
    }
}
