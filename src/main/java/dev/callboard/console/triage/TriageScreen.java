package dev.callboard.console.triage;

import java.util.List;
import java.util.Set;

import dev.callboard.console.Right;
import dev.callboard.console.Screen;
import dev.callboard.console.ScreenParts;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.console.triage.runs.RunBar;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.ActionRow;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Note;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Presence;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.FailedRow;
import dev.callboard.triage.JobKey;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Triage: queues, filters and kinds of error at the left, failed jobs in the middle, one of them at the right. */
public final class TriageScreen implements Screen {
    private final Surroundings around;
    private final TriageModel model;
    private final TriageActions actions;
    private final Keepsakes keepsakes;
    private final Node title;
    private final Node content;
    private final Keymap keys = new Keymap();
    private final RunBar runBar;
    private final InspectorPane inspector;
    private TriageSearch searching;
    private TriageLeft side;
    private FailedTable rows;
    private TickedRows ticked;
    private TriageArrangement arranged;

    @FXML
    private BorderPane body;
    @FXML
    private MenuButton columns;
    @FXML
    private VBox left;
    @FXML
    private Label total;
    @FXML
    private Label stake;
    @FXML
    private VBox queues;
    @FXML
    private ActionButton keepFilter;
    @FXML
    private VBox filters;
    @FXML
    private VBox groups;
    @FXML
    private TextField search;
    @FXML
    private Label fault;
    @FXML
    private VBox suggestions;
    @FXML
    private ActionButton searchHelp;
    @FXML
    private Label matches;
    @FXML
    private ActionButton save;
    @FXML
    private HBox progress;
    @FXML
    private Label progressWords;
    @FXML
    private ActionButton stopReading;
    @FXML
    private FontIcon frozenIcon;
    @FXML
    private Label frozen;
    @FXML
    private Label listNote;
    @FXML
    private Hyperlink newer;
    @FXML
    private TableView<FailedJob> table;
    @FXML
    private CheckBox tickAll;
    @FXML
    private VBox answer;
    @FXML
    private NoteLine note;
    @FXML
    private ActionRow selectionBar;
    @FXML
    private CheckBox untick;
    @FXML
    private Label selected;
    @FXML
    private Label selectedStake;
    @FXML
    private Hyperlink tickMatching;
    @FXML
    private ActionButton retrySelected;
    @FXML
    private ActionButton cancelSelected;
    @FXML
    private ActionButton discardSelected;
    @FXML
    private VBox right;
    @FXML
    private VBox foot;

    /** @param travel leads to the other screens of the window */
    public TriageScreen(Surroundings around, TriageModel model, Overlay overlay, Travel travel) {
        this.around = around;
        this.model = model;
        this.title = new TriageHeader(around, model).node();
        this.actions = new TriageActions(around, model, overlay);
        this.keepsakes = new Keepsakes(around, model, overlay);
        this.inspector = new InspectorPane(around, model, travel, this::goTo);
        this.runBar = new RunBar(around, model.runs(), overlay);
        this.content = around.fxml().load("console/triage", this);
        model.sight().snapshotProperty().addListener((property, before, now) -> draw());
        model.sight().staleProperty().addListener((property, before, now) -> draw());
        model.list().ticks().changesProperty().addListener((property, before, now) -> drawSelection());
        new TriageKeys(around, model, new TriageKeys.Hands(actions, inspector, runBar, this::escape)).bind(keys);
        keys.bind("Slash", around.texts().of("triage.key.search"), search::requestFocus);
        keys.bindEverywhere("Ctrl+F", around.texts().of("triage.key.search"), search::requestFocus);
        keys.bind("O", around.texts().of("triage.key.order"), () -> openOrder(travel));
        keys.bind("M", around.texts().of("triage.key.claim"), () -> keepsakes.claimOrRelease(groups));
        keys.bindEverywhere("Ctrl+B", around.texts().of("triage.key.fold"), arranged::fold);
        draw();
    }

    @FXML
    private void initialize() {
        side = new TriageLeft(around, model, new TriageLeft.Places(total, stake, queues, filters, groups),
                new FilterRows.Acts(filter -> find(filter.query()), filter -> keepsakes.rename(filter, filters),
                        keepsakes::delete));
        searching = new TriageSearch(around, model, new TriageSearch.Parts(search, searchHelp, fault, suggestions));
        rows = new FailedTable(table, model, around);
        right.getChildren().setAll(inspector.node());
        foot.getChildren().setAll(runBar.node());
        arranged = new TriageArrangement(around, body, left, right);
        new ColumnMenu(around, columns, table);
        actions.bind(retrySelected, cancelSelected, discardSelected);
        inspector.bind(actions, () -> keepsakes.claimOrRelease(groups));
        note.follow(model.commands().noteProperty());
        answer.managedProperty().bind(note.managedProperty());
        save.setOnAction(press -> keepsakes.save(save));
        keepFilter.setOnAction(press -> keepsakes.save(keepFilter));
        ticked = new TickedRows(around, model,
                new TickedRows.Head(tickAll, new TickedRows.Note(frozenIcon, frozen, listNote, newer)),
                new TickedRows.Bar(selectionBar, untick, selected, selectedStake, tickMatching), this::drawSelection);
        stopReading.setOnAction(press -> model.stopReading(!model.isStopped()));
    }

    /** Brings a job that is named elsewhere into view, where it is among those that failed. */
    private void goTo(JobKey key) {
        model.sight().snapshotProperty().get().contents().stream().map(FailedRow::job)
                .filter(job -> job.key().equals(key)).findFirst()
                .ifPresentOrElse(job -> {
                    model.clearTicks();
                    find('"' + job.id() + '"');
                    model.inspection().look(job);
                }, () -> model.commands().say(new Note(Note.Kind.INFORMATION,
                        around.texts().of("triage.flow.elsewhere", key.id(), key.queue()))));
    }

    private void openOrder(Travel travel) {
        FailedJob current = model.currentProperty().get();
        if (current != null && current.order() != null) {
            travel.go("orders", String.valueOf(current.order().number()));
        }
    }

    private void escape() {
        if (model.list().ticks().isFrozen()) {
            model.clearTicks();
        } else if (!search.getText().isEmpty()) {
            searching.show("");
        } else {
            table.requestFocus();
        }
    }

    private void draw() {
        TriageSnapshot now = model.sight().snapshotProperty().get();
        if (now != null) {
            side.show(now);
            matches.setText(around.texts().of("triage.matches",
                    now.matching().size() + model.list().moved().size(), now.total()));
            table.setPlaceholder(TriageEmpty.of(now, around.texts()));
            progressWords.setText(around.texts().of("triage.reading_jobs", now.contents().size(), now.total()));
            stopReading.setText(around.texts().of(model.isStopped() ? "triage.read_on" : "triage.stop_reading"));
        }
        Presence.show(progress, now != null && !now.isComplete());
        drawSelection();
    }

    private void drawSelection() {
        ticked.draw();
        rows.refresh();
        actions.judge();
    }

    @Override
    public Set<Right> acts() {
        return Set.of(Right.RETRY, Right.ORDERS);
    }

    @Override
    public boolean saysOfWhen() {
        return true;
    }

    @Override
    public ObservableBooleanValue hasOwnFoot() {
        return runBar.shown();
    }

    @Override
    public void find(String what) {
        model.filter(TriageFilter.ALL);
        searching.show(what);
    }

    @Override
    public ScreenParts parts() {
        return new ScreenParts(title, content, List.of(), keys, model);
    }
}
