package dev.callboard.console.triage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.callboard.console.Right;
import dev.callboard.console.Screen;
import dev.callboard.console.ScreenParts;
import dev.callboard.console.Surroundings;
import dev.callboard.console.triage.runs.RunBar;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Overlay;
import dev.callboard.triage.FailedJob;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Triage: queues and kinds of error at the left, failed jobs in the middle, one of them at the right. */
public final class TriageScreen implements Screen {
    private static final javafx.util.Duration AFTER_TYPING = javafx.util.Duration.millis(250);

    private final Surroundings around;
    private final TriageModel model;
    private final TriageActions actions;
    private final Label title;
    private final Node content;
    private final Keymap keys = new Keymap();
    private final PauseTransition typing = new PauseTransition(AFTER_TYPING);
    private final RunBar runBar;
    private InspectorPane inspector;
    private QueueRows queueRows;
    private GroupRows groupRows;

    @FXML
    private VBox left;
    @FXML
    private Label total;
    @FXML
    private Label stake;
    @FXML
    private VBox queues;
    @FXML
    private VBox groups;
    @FXML
    private TextField search;
    @FXML
    private Label matches;
    @FXML
    private FontIcon frozenIcon;
    @FXML
    private Label frozen;
    @FXML
    private Label listNote;
    @FXML
    private TableView<FailedJob> table;
    @FXML
    private CheckBox tickAll;
    @FXML
    private VBox answer;
    @FXML
    private NoteLine note;
    @FXML
    private HBox selectionBar;
    @FXML
    private Label selected;
    @FXML
    private Label selectedStake;
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

    public TriageScreen(Surroundings around, TriageModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.title = new Label(around.texts().of("rail.triage"));
        title.getStyleClass().add("heading");
        this.actions = new TriageActions(around, model, overlay);
        this.inspector = new InspectorPane(around, model);
        this.runBar = new RunBar(around, model.runs(), overlay);
        this.content = around.fxml().load("console/triage", this);
        model.sight().snapshotProperty().addListener((property, before, now) -> draw());
        model.sight().staleProperty().addListener((property, before, now) -> draw());
        model.ticks().ids().addListener((SetChangeListener<String>) change -> drawSelection());
        bindKeys();
        draw();
    }

    @FXML
    private void initialize() {
        queueRows = new QueueRows(queues, around, model::choose);
        groupRows = new GroupRows(groups, around, search::setText);
        new FailedTable(table, model, around);
        right.getChildren().setAll(inspector.node());
        foot.getChildren().setAll(runBar.node());
        actions.bind(retrySelected, cancelSelected, discardSelected);
        inspector.bind(actions);
        note.follow(model.commands().noteProperty());
        answer.managedProperty().bind(note.managedProperty());
        tickAll.setOnAction(press -> {
            model.toggleAll();
            drawSelection();
        });
        search.textProperty().addListener((property, before, now) -> typing.playFromStart());
        typing.setOnFinished(pause -> model.search(search.getText().strip()));
    }

    private void bindKeys() {
        var texts = around.texts();
        keys.bind("Slash", texts.of("triage.key.search"), search::requestFocus);
        keys.bindEverywhere("Ctrl+F", texts.of("triage.key.search"), search::requestFocus);
        keys.bind("Down", texts.of("triage.next"), () -> model.step(1));
        keys.bind("Up", texts.of("triage.previous"), () -> model.step(-1));
        keys.bind("J", texts.of("triage.next"), () -> model.step(1));
        keys.bind("K", texts.of("triage.previous"), () -> model.step(-1));
        keys.bindEverywhere("Ctrl+Down", texts.of("triage.next"), () -> model.step(1));
        keys.bindEverywhere("Ctrl+Up", texts.of("triage.previous"), () -> model.step(-1));
        keys.bind("Space", texts.of("triage.key.tick"), this::tickCurrent);
        keys.bind("Ctrl+A", texts.of("triage.tick_all"), model::toggleAll);
        keys.bind("R", texts.of("triage.retry"), actions::retry);
        keys.bind("C", texts.of("triage.cancel"), actions::cancel);
        keys.bind("D", texts.of("triage.discard"), actions::discard);
        for (int tab = 1; tab <= 5; tab++) {
            int index = tab - 1;
            keys.bind(String.valueOf(tab), texts.of("triage.key.tab", tab), () -> inspector.showTab(index));
        }
        keys.bindEverywhere("Ctrl+P", texts.of("run.key.pause"), model.runs()::pauseOrResume);
        keys.bindEverywhere("Ctrl+Period", texts.of("run.key.stop"), model.runs()::stop);
        keys.bindEverywhere("Ctrl+R", texts.of("run.results"), runBar::results);
        keys.bindEverywhere("Ctrl+B", texts.of("triage.key.fold"), this::fold);
        keys.bindEverywhere("Esc", texts.of("triage.key.escape"), this::escape);
    }

    /** In a narrow window the left pane is folded away unless asked for; in a wide one the other way round. */
    private void fold() {
        if (!left.getStyleClass().remove("turned")) {
            left.getStyleClass().add("turned");
        }
    }

    private void tickCurrent() {
        if (model.currentProperty().get() != null) {
            model.toggle(model.currentProperty().get());
        }
    }

    private void escape() {
        if (model.ticks().isFrozen()) {
            model.clearTicks();
        } else if (!search.getText().isEmpty()) {
            search.clear();
        } else {
            table.requestFocus();
        }
    }

    private void draw() {
        TriageSnapshot now = model.sight().snapshotProperty().get();
        if (now == null) {
            drawSelection();
            return;
        }
        total.setText(around.formats().count(now.failed()));
        total.getStyleClass().remove("none");
        if (now.failed() == 0) {
            total.getStyleClass().add("none");
        }
        stake.setText(now.stake().orders() == 0 ? around.texts().of("triage.nothing_at_stake")
                : around.texts().of("triage.stake", around.formats().money(now.stake().total()),
                        Formats.span(Duration.between(now.stake().oldest(), now.asOf()))));
        queueRows.show(now.queues(), now.question().queue());
        groupRows.show(now.groups(), now.question().match());
        matches.setText(around.texts().of("triage.matches", now.jobs().total(), inQueue(now)));
        table.setPlaceholder(TriageEmpty.of(now, around.texts()));
        drawSelection();
    }

    private static long inQueue(TriageSnapshot now) {
        return now.queues().stream().filter(queue -> Objects.equals(queue.name(), now.question().queue()))
                .mapToLong(queue -> queue.counts().failed()).sum();
    }

    private void drawSelection() {
        List<FailedJob> chosen = model.ticks().chosen(model.rows());
        boolean any = !chosen.isEmpty();
        selectionBar.setVisible(any);
        selectionBar.setManaged(any);
        frozenIcon.setVisible(any);
        frozenIcon.setManaged(any);
        frozen.setManaged(any);
        tickAll.setSelected(any && chosen.size() == model.rows().size() - model.moved().size());
        tickAll.setIndeterminate(any && !tickAll.isSelected());
        if (any) {
            frozen.setText(
                    around.texts().of("triage.frozen", around.formats().seconds(model.ticks().frozenAt())));
            selected.setText(around.texts().of("triage.selected", chosen.size()));
            selectedStake.setText(around.formats().money(chosen.stream().map(FailedJob::stake).filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
        } else {
            frozen.setText("");
        }
        listNote.setText(any ? around.texts().of("triage.frozen.note", model.moved().size(), model.newer()) : "");
        actions.judge();
    }

    @Override
    public ObservableBooleanValue hasOwnFoot() {
        return runBar.shown();
    }

    @Override
    public ScreenParts parts() {
        return new ScreenParts(title, content, List.of(), keys, model);
    }

    @Override
    public Set<Right> acts() {
        return Set.of(Right.ORDERS);
    }
}
