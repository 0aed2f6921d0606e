package dev.callboard.console.triage.runs;

import java.util.ArrayList;
import java.util.List;

import dev.callboard.console.GoOn;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import dev.callboard.parts.Segments;
import dev.callboard.triage.BulkAction;
import dev.callboard.triage.RunPace;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks before many jobs are acted on: exactly which, with what effects in all, how fast, and why. */
public final class BulkPopover {
    private static final double WIDTH = 440;
    private static final double ROOM_FOR_SUMS = 160;
    private static final int SHORTEST_REASON = 3;

    private final Surroundings around;
    private final RunsModel model;
    private final Overlay overlay;
    private final BulkQuestion question;
    private final GoOn may;
    private final Runnable then;
    private final TextField reason = new TextField();
    private final TextField typed = new TextField();
    private final Segments<RunPace> pace = new Segments<>();
    private final ActionButton goOn = new ActionButton();
    private final ActionButton back = new ActionButton();
    private final Label first = Labels.wrapped("", "dense", "muted");
    private final VBox sums = new VBox(4);
    private RunPace chosen = RunPace.THREE_FIRST;
    private final BooleanProperty read = new SimpleBooleanProperty();

    /**
     * @param may whether the question may be answered with yes, as long as it stands open
     * @param then called once the run stands
     */
    public BulkPopover(Surroundings around, RunsModel model, Overlay overlay, BulkQuestion question, GoOn may,
            Runnable then) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        this.question = question;
        this.may = may;
        this.then = then;
    }

    /** Opens beside the button that asked for it. */
    public void open(Node anchor) {
        var texts = around.texts();
        boolean production = around.connection().production();
        Popover popover = new Popover(texts.of("run.ask." + question.action(), question.jobs().size()), "", WIDTH);
        Chip badge = new Chip(production ? Meaning.FAILED : Meaning.SERVING, null,
                texts.of(production ? "environment.production" : "environment.development"));
        popover.getStyleClass().add("tall");
        popover.badge(production ? badge.solid() : badge);
        popover.fill(rows().toArray(Node[]::new));
        popover.aside(first);
        popover.buttons(back(), goOn());
        may.unless(this::wanting, read, reason.textProperty(), typed.textProperty()).guard(goOn);
        first.textProperty().bind(goOn.disabledReasonProperty().orElse(""));
        overlay.openPopover(popover, anchor, keys());
        keepFoot(popover, anchor);
        // nobody starts a thousand of anything by leaning on the keyboard
        (asksReason() ? back : goOn).button().requestFocus();
        if (question.action() == BulkAction.CANCEL) {
            around.background().execute(() -> readSums());
        } else {
            read.set(true);
        }
    }

    /** What stands over its button stays there when its list of products unfolds. */
    private static void keepFoot(Popover popover, Node anchor) {
        boolean over = popover.getLayoutY() < anchor.localToScene(anchor.getBoundsInLocal()).getMinY();
        popover.heightProperty().addListener((property, before, now) -> popover.setLayoutY(over
                ? Math.max(0, popover.getLayoutY() + before.doubleValue() - now.doubleValue())
                : popover.getLayoutY()));
    }

    private List<Node> rows() {
        var texts = around.texts();
        List<Node> rows = new ArrayList<>();
        rows.add(Labels.wrapped(texts.of("run.ask.frozen", question.jobs().size(),
                around.formats().seconds(question.seenAt())), "dense", "muted"));
        if (question.action() == BulkAction.CANCEL) {
            sums.getChildren().setAll(Labels.of(texts.of("run.ask.reading"), "dense", "muted"));
            sums.setMinHeight(ROOM_FOR_SUMS);
            rows.add(sums);
            rows.add(divider());
        }
        pace.add(RunPace.THREE_FIRST, texts.of("run.ask.three_first"));
        pace.add(RunPace.ONE_PER_SECOND, texts.of("run.ask.one_per_second"));
        pace.add(RunPace.ALL, texts.of("run.ask.all"));
        pace.onChoose(choice -> chosen = choice);
        rows.add(Popover.row(texts.of("run.ask.pace"), pace));
        rows.add(Labels.wrapped(texts.of("run.ask.stops"), "dense", "muted"));
        reason.setId("bulkReason");
        reason.setAccessibleText(texts.of("triage.reason"));
        rows.add(Popover.row(texts.of("triage.reason"), reason));
        if (asksName()) {
            Label name = Labels.whole(around.connection().name(), "mono", "bold", "dense", "failed-text");
            typed.setId("bulkName");
            typed.getStyleClass().add("mono");
            typed.setAccessibleText(texts.of("cancel.why.name", around.connection().name()));
            HBox row = new HBox(12, name, typed);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            HBox.setHgrow(typed, javafx.scene.layout.Priority.ALWAYS);
            rows.add(row);
        }
        return rows;
    }

    private static Node divider() {
        Region line = new Region();
        line.getStyleClass().add("divider");
        return line;
    }

    private ActionButton back() {
        back.setId("bulkBack");
        back.setText(around.texts().of(question.action() == BulkAction.CANCEL ? "run.ask.keep" : "popover.back"));
        back.setKeys("Esc");
        back.setOnAction(press -> overlay.close());
        return back;
    }

    private ActionButton goOn() {
        goOn.setId("bulkGo");
        goOn.setText(around.texts().of("run.ask.go." + question.action(), question.jobs().size()));
        goOn.setKind(question.action() == BulkAction.RETRY ? "primary" : "danger");
        goOn.setOnAction(press -> start());
        return goOn;
    }

    private Keymap keys() {
        var texts = around.texts();
        return new Keymap().bindEverywhere("Esc", texts.of("popover.back"), overlay::close)
                .bindEverywhere("Ctrl+Enter", goOn.getText(), goOn::fire)
                .bindEverywhere("Enter", goOn.getText(), goOn::fire);
    }

    private boolean asksReason() {
        return question.action() != BulkAction.RETRY;
    }

    private boolean asksName() {
        return around.connection().production() && question.action() == BulkAction.CANCEL;
    }

    private void readSums() {
        try {
            var now = model.shop().cancellations().sums(question.jobs().stream()
                    .map(job -> job.seen().order()).toList());
            around.fx().execute(() -> {
                sums.getChildren().setAll(new BulkSums(around).rows(now));
                read.set(true);
            });
        } catch (RuntimeException failure) {
            around.faults().report("The effects of a bulk cancel could not be read", failure);
            around.fx().execute(() -> sums.getChildren()
                    .setAll(Labels.wrapped(around.faults().note(failure).text(), "dense", "failed-text")));
        }
    }

    /** What the answer still lacks; null where it is whole. */
    private String wanting() {
        var texts = around.texts();
        if (!read.get()) {
            return texts.of("cancel.why.reading");
        }
        if (asksReason() && reason.getText().strip().length() < SHORTEST_REASON) {
            return texts.of("cancel.why.reason", SHORTEST_REASON);
        }
        boolean named = !asksName() || typed.getText().strip().equals(around.connection().name());
        return named ? null : texts.of("run.ask.name");
    }

    private void start() {
        overlay.close();
        String why = reason.getText().strip();
        model.start(question.action(), question.jobs(), question.title(), why.isEmpty() ? null : why, chosen, then);
    }
}
