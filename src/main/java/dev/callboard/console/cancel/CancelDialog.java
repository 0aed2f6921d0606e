package dev.callboard.console.cancel;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Chip;
import dev.callboard.parts.FittingScroll;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Presence;
import dev.callboard.triage.CancelPreview;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Nobody cancels without having read what it does: the effects before, and in the same place the effects after. */
public final class CancelDialog {
    private static final double ROOM_FOR_EFFECTS = 470;
    private static final double RESULT_WIDTH = 592;

    private final Surroundings around;
    private final CancelModel model;
    private final Overlay overlay;
    private final CancelForecast before;
    private final Region node;

    @FXML
    private FontIcon icon;
    @FXML
    private Label title;
    @FXML
    private Label subtitle;
    @FXML
    private HBox environment;
    @FXML
    private ActionButton close;
    @FXML
    private FittingScroll scroll;
    @FXML
    private VBox effects;
    @FXML
    private NoteLine note;
    @FXML
    private GridPane fields;
    @FXML
    private HBox typeRow;
    @FXML
    private StackPane nameRow;
    @FXML
    private TextField reason;
    @FXML
    private TextField typed;
    @FXML
    private Label nameToType;
    @FXML
    private Label match;
    @FXML
    private Label promise;
    @FXML
    private ActionButton keep;
    @FXML
    private ActionButton confirm;
    @FXML
    private ActionButton nextJob;

    /** @param targets what to cancel, in one go */
    public CancelDialog(Surroundings around, CancelPlace place, List<CancelTarget> targets, Overlay overlay) {
        this(around, new CancelModel(around, place, targets), overlay);
    }

    private CancelDialog(Surroundings around, CancelModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        this.before = new CancelForecast(around, model);
        this.node = around.fxml().load("console/cancel", this);
    }

    /** Shows the dialog and asks the server for the effects. */
    public void open() {
        Keymap keys = new Keymap().bindEverywhere("Esc", around.texts().of("cancel.keep"), overlay::close)
                .bindEverywhere("Ctrl+Enter", around.texts().of("cancel.confirm"), confirm::fire)
                .bind("Enter", around.texts().of("cancel.next"), this::enter);
        Subscription stale = model.staleProperty().subscribe(now -> judge());
        overlay.openDialog(node, keys, () -> {
            stale.unsubscribe();
            model.close();
        });
        keep.button().requestFocus();
        model.open();
    }

    private void enter() {
        if (nextJob.isVisible()) {
            nextJob.fire();
        } else {
            overlay.close();
        }
    }

    @FXML
    private void initialize() {
        var texts = around.texts();
        title.setText(before.title());
        subtitle.setText(before.subtitle());
        boolean production = around.connection().production();
        Chip badge = new Chip(production ? Meaning.FAILED : Meaning.SERVING, null,
                texts.of(production ? "environment.production" : "environment.development"));
        if (production) {
            badge.solid();
        }
        Label name = Labels.of(around.connection().name(), "dense", "medium");
        environment.getChildren().setAll(badge, name);
        nameToType.setText(around.connection().name());
        match.setText(texts.of("cancel.matches"));
        Presence.show(typeRow, production);
        Presence.show(nameRow, production);
        Presence.show(nextJob, false);
        promise.setText(texts.of("cancel.promise"));
        scroll.setMaxHeight(ROOM_FOR_EFFECTS);
        close.setOnAction(press -> overlay.close());
        keep.setOnAction(press -> overlay.close());
        confirm.setOnAction(press -> model.confirm(reason.getText()));
        nextJob.setOnAction(press -> overlay.close());
        around.rights().guard(Right.ORDERS, confirm);
        confirm.inFlightProperty().bind(model.commands().inFlightProperty().isEqualTo("cancel.confirm"));
        note.follow(model.commands().noteProperty());
        reason.textProperty().addListener((property, was, now) -> judge());
        typed.textProperty().addListener((property, was, now) -> judge());
        model.commands().inFlightProperty().addListener((property, was, now) -> judge());
        model.previewsProperty().addListener((property, was, now) -> showBefore(was));
        model.outcomeProperty().addListener((property, was, now) -> showAfter(was));
        judge();
    }

    private void judge() {
        confirm.disabledReasonProperty().set(model.reasonAgainst(reason.getText(), typed.getText()));
        match.setVisible(typed.getText().strip().equals(around.connection().name()));
    }

    private void showBefore(List<CancelPreview> was) {
        effects.getChildren().setAll(before.rows(was));
        if (was != null) {
            typed.clear();
        }
        judge();
    }

    /** Tells in the place of the question what became of it; again whenever more of it is known. */
    private void showAfter(CancelOutcome was) {
        CancelOutcome outcome = model.outcomeProperty().get();
        CancelReport after = new CancelReport(around, outcome, reason.getText().strip(), before.tickets());
        title.setText(after.title());
        subtitle.setText(after.subtitle());
        effects.getStyleClass().setAll("told");
        effects.getChildren().setAll(after.rows().stream().map(row -> row.node(around.formats())).toList());
        promise.setText(after.entry());
        if (outcome.turns(was)) {
            turn(!outcome.done().isEmpty());
        }
    }

    private void turn(boolean done) {
        icon.setIconLiteral(done ? "fth-check-circle" : "fth-info");
        icon.getStyleClass().removeAll("failed-text", "accent-text");
        icon.getStyleClass().add(done ? "success-text" : "accent-text");
        Presence.show(fields, false);
        Presence.show(confirm, false);
        keep.setText(around.texts().of("key.close"));
        Presence.show(nextJob, done && model.hasNext());
        if (done) {
            environment.getChildren().removeLast();
            node.setPrefWidth(RESULT_WIDTH);
            node.setMaxWidth(RESULT_WIDTH);
        }
        (nextJob.isVisible() ? nextJob : keep).button().requestFocus();
    }
}
