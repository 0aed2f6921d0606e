package dev.callboard.console.triage.runs;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Presence;
import dev.callboard.triage.BulkRun;
import dev.callboard.triage.BulkRunState;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the bottom of Triage: one run, how far it has come, and what may be done to it. */
public final class RunBar {
    private static final PseudoClass TROUBLED = PseudoClass.getPseudoClass("troubled");

    private final Surroundings around;
    private final RunsModel model;
    private final Overlay overlay;
    private final Node node;

    @FXML
    private HBox bar;
    @FXML
    private FontIcon runIcon;
    @FXML
    private MenuButton otherRuns;
    @FXML
    private Label runNumber;
    @FXML
    private Label runWhat;
    @FXML
    private ProgressBar runProgress;
    @FXML
    private Label runDone;
    @FXML
    private Label runCounts;
    @FXML
    private Label runCanary;
    @FXML
    private Label runPace;
    @FXML
    private ActionButton runPause;
    @FXML
    private ActionButton runStop;
    @FXML
    private ActionButton runResults;
    @FXML
    private ActionButton runDismiss;
    @FXML
    private VBox runAnswer;
    @FXML
    private NoteLine runNote;

    public RunBar(Surroundings around, RunsModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        this.node = around.fxml().load("console/runbar", this);
        model.shownProperty().addListener((property, before, now) -> draw());
        model.runs().addListener((ListChangeListener<BulkRun>) change -> draw());
        model.commands().inFlightProperty().addListener((property, before, now) -> draw());
        model.sight().staleProperty().addListener((property, before, now) -> draw());
        draw();
    }

    @FXML
    private void initialize() {
        runPause.setOnAction(press -> model.pauseOrResume());
        runStop.setOnAction(press -> model.stop());
        runResults.setOnAction(press -> results());
        runDismiss.setOnAction(press -> model.dismiss());
        runPause.inFlightProperty().bind(model.commands().inFlightProperty().isEqualTo("run.pause"));
        runStop.inFlightProperty().bind(model.commands().inFlightProperty().isEqualTo("run.stop"));
        runNote.follow(model.commands().noteProperty());
        runAnswer.managedProperty().bind(runNote.managedProperty());
        runAnswer.visibleProperty().bind(runNote.visibleProperty());
    }

    /** Every job of the shown run with its result. */
    public void results() {
        if (model.shownProperty().get() != null) {
            new RunResults(around, model, overlay).open(model.shownProperty().get());
        }
    }

    private void draw() {
        BulkRun run = model.shownProperty().get();
        Presence.show(bar, run != null);
        if (run == null) {
            return;
        }
        var texts = around.texts();
        boolean ended = run.state().isEnded();
        boolean running = run.state() == BulkRunState.RUNNING;
        bar.pseudoClassStateChanged(TROUBLED, run.state() == BulkRunState.STOPPED && run.note() != null);
        runIcon.setIconLiteral(switch (run.state()) {
            case RUNNING -> "fth-rotate-cw";
            case ASKING -> "fth-help-circle";
            case PAUSED -> "fth-pause";
            case STOPPED -> run.note() == null ? "fth-square" : "fth-alert-triangle";
            case DONE -> "fth-check-circle";
        });
        runNumber.setText(texts.of("run.number", String.valueOf(run.id())));
        runWhat.setText(RunWords.what(run, texts));
        runProgress.setProgress((double) run.tally().finished() / run.tally().total());
        runDone.setText(RunWords.progress(run.tally(), texts));
        runCounts.setText(RunWords.counts(run, texts));
        String canary = RunWords.canary(run, texts);
        runCanary.setText(canary);
        Presence.show(runCanary, !canary.isEmpty());
        boolean passed = run.tally().canaryRefused() == 0;
        runCanary.getStyleClass().setAll("label", "dense", passed ? "success-text" : "warning-text");
        FontIcon mark = new FontIcon(passed ? "fth-check-circle" : "fth-alert-triangle");
        mark.getStyleClass().add(passed ? "success-text" : "warning-text");
        runCanary.setGraphic(mark);
        runPace.setText(RunWords.pace(run, texts));
        runPause.setText(texts.of(running || ended ? "run.pause" : run.state() == BulkRunState.ASKING ? "run.go_on"
                : "run.resume"));
        runPause.setIcon(running || ended ? "fth-pause" : "fth-play");
        runPause.setEmphasized(run.state() == BulkRunState.ASKING);
        runPause.disabledReasonProperty().set(model.reasonAgainstPause());
        runStop.disabledReasonProperty().set(model.reasonAgainstStop());
        Presence.show(runDismiss, ended);
        drawOthers();
        node.setAccessibleText(texts.of("run.spoken", String.valueOf(run.id()), run.tally().finished(),
                run.tally().total(), RunWords.counts(run, texts)));
    }

    private void drawOthers() {
        Presence.show(otherRuns, model.runs().size() > 1);
        otherRuns.setText(around.texts().of("run.several", model.runs().size()));
        otherRuns.getItems().setAll(model.runs().stream().map(run -> {
            MenuItem item = new MenuItem(around.texts().of("run.item", String.valueOf(run.id()),
                    RunWords.what(run, around.texts()), RunWords.progress(run.tally(), around.texts())));
            item.setOnAction(press -> model.show(run.id()));
            return item;
        }).toList());
    }

    /** True while there is a run in the bar. */
    public BooleanBinding shown() {
        return model.shownProperty().isNotNull();
    }

    public Node node() {
        return node;
    }
}
