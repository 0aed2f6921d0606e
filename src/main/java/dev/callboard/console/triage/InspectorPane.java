package dev.callboard.console.triage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Chip;
import dev.callboard.parts.EmptyState;
import dev.callboard.parts.LockLine;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.Note;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobCase;
import dev.callboard.triage.JobKey;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The right of Triage: one job, whole. */
final class InspectorPane {
    private static final int PAYLOAD = 1;

    private final Surroundings around;
    private final TriageModel model;
    private final VBox node;
    private final Inspector overviewTab;
    private final PayloadTab payloadTab;
    private final ErrorTab errorTab;
    private final OrderTab orderTab;
    private final HistoryTab historyTab;

    @FXML
    private Label caseTitle;
    @FXML
    private StackPane caseState;
    @FXML
    private Label casePlace;
    @FXML
    private ActionButton previous;
    @FXML
    private ActionButton next;
    @FXML
    private ActionButton retry;
    @FXML
    private ActionButton cancel;
    @FXML
    private MenuButton more;
    @FXML
    private LockLine locked;
    @FXML
    private TabPane tabs;
    @FXML
    private VBox overview;
    @FXML
    private VBox payload;
    @FXML
    private VBox error;
    @FXML
    private VBox order;
    @FXML
    private VBox history;

    /** @param go brings another job of the shop's queues into view */
    InspectorPane(Surroundings around, TriageModel model, Travel travel, Consumer<JobKey> go) {
        this.around = around;
        this.model = model;
        this.node = around.fxml().load("console/inspector", this);
        this.payloadTab = new PayloadTab(around, model, payload);
        this.errorTab = new ErrorTab(around, model, error);
        this.overviewTab = new Inspector(overview, around, travel, new FlowRows(around,
                key -> Optional.ofNullable(model.sight().snapshotProperty().get()).flatMap(now -> now.keyOf(key)), go));
        this.orderTab = new OrderTab(around, travel, order);
        this.historyTab = new HistoryTab(around, model, history);
        VBox.setVgrow(node, Priority.ALWAYS);
        around.rights().explain(Right.RETRY, locked, around.texts().of("triage.retry"));
        previous.setOnAction(press -> model.inspection().step(-1));
        next.setOnAction(press -> model.inspection().step(1));
        model.currentProperty().addListener((property, before, now) -> draw());
        model.inspectedProperty().addListener((property, before, now) -> draw());
        model.sight().snapshotProperty().addListener((property, before, now) -> drawPlace());
        draw();
    }

    /** @param claim claims or releases the kind of error of the job */
    void bind(TriageActions actions, Runnable claim) {
        actions.bind(retry, cancel, more);
        new MoreMenu(more, around, new MoreMenu.Acts(this::edit, this::copy, claim, actions));
    }

    void showTab(int index) {
        tabs.getSelectionModel().select(index);
    }

    /** Lets the person change what the job carries. */
    void edit() {
        showTab(PAYLOAD);
        payloadTab.edit();
    }

    /** Puts the job that is looked at into the clipboard, as JSON. */
    void copy() {
        JobCase found = model.inspectedProperty().get();
        if (found != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(CaseJson.of(found));
            Clipboard.getSystemClipboard().setContent(content);
            model.commands().say(new Note(Note.Kind.INFORMATION, around.texts().of("triage.copied")));
        }
    }

    private void draw() {
        FailedJob current = model.currentProperty().get();
        JobCase found = model.inspectedProperty().get();
        boolean readable = current != null && found != null && found.id().equals(current.id())
                && found.queue().equals(current.queue());
        tabs.setVisible(current != null);
        if (current == null) {
            caseTitle.setText("");
            casePlace.setText("");
            caseState.getChildren().clear();
            payloadTab.clear();
            return;
        }
        caseTitle.setText(around.texts().of("triage.job", current.shownNumber()));
        caseState.getChildren().setAll(new Chip(Meaning.FAILED, "fth-x-circle", "FAILED").tall());
        drawPlace();
        if (readable) {
            overviewTab.show(found);
            payloadTab.show(found);
            errorTab.show(found);
            orderTab.show(found);
            historyTab.show(found);
        } else {
            EmptyState reading = new EmptyState("fth-loader", around.texts().of("triage.reading"), "");
            overview.getChildren().setAll(reading);
            payloadTab.clear();
        }
    }

    /** Which of the rows it is, those that have moved away not counted. */
    private void drawPlace() {
        List<FailedJob> open = model.list().open();
        int place = open.indexOf(model.currentProperty().get());
        casePlace.setText(place < 0 ? "" : around.texts().of("triage.place", place + 1, open.size()));
    }

    Node node() {
        return node;
    }
}
