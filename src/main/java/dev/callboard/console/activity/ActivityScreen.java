package dev.callboard.console.activity;

import java.io.File;
import java.util.List;

import dev.callboard.audit.AuditRow;
import dev.callboard.console.Right;
import dev.callboard.console.Screen;
import dev.callboard.console.ScreenParts;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.ColumnRoom;
import dev.callboard.parts.DataTable;
import dev.callboard.parts.EmptyState;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.SearchField;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Activity: everything that was done, newest first, and one entry with its before and after. */
public final class ActivityScreen implements Screen {
    /** What is seen of a reason at least, in pixels. */
    private static final double LEAST_REASON = 120;
    private final Surroundings around;
    private final ActivityModel model;
    private final Travel travel;
    private final Label title;
    private final EntryPane entry;
    private final Node content;
    private final Keymap keys = new Keymap();
    private DataTable<AuditRow> rows;

    @FXML
    private SearchField search;
    @FXML
    private Label matches;
    @FXML
    private ActionButton export;
    @FXML
    private VBox answer;
    @FXML
    private NoteLine note;
    @FXML
    private TableView<AuditRow> table;
    @FXML
    private TableColumn<AuditRow, AuditRow> when;
    @FXML
    private TableColumn<AuditRow, AuditRow> who;
    @FXML
    private TableColumn<AuditRow, AuditRow> what;
    @FXML
    private TableColumn<AuditRow, AuditRow> subject;
    @FXML
    private TableColumn<AuditRow, AuditRow> reason;
    @FXML
    private VBox right;

    public ActivityScreen(Surroundings around, ActivityModel model, Travel travel) {
        this.around = around;
        this.model = model;
        this.travel = travel;
        this.title = Labels.whole(around.texts().of("rail.activity"), "heading");
        this.entry = new EntryPane(around);
        this.content = around.fxml().load("console/activity", this);
        model.sight().snapshotProperty().addListener((property, before, now) -> draw(now));
        model.sight().staleProperty().addListener((property, before, now) -> judge());
        model.commands().inFlightProperty().addListener((property, before, now) -> judge());
        model.currentProperty().addListener((property, before, now) -> drawEntry());
        bindKeys();
        judge();
    }

    @FXML
    private void initialize() {
        right.getChildren().setAll(entry.node());
        search.onSearch(model::search);
        export.setOnAction(press -> chooseFile());
        around.rights().guard(Right.AUDIT, export);
        export.inFlightProperty().bind(model.commands().inFlightProperty().isEqualTo("activity.export"));
        note.follow(model.commands().noteProperty());
        answer.managedProperty().bind(note.managedProperty());
        rows = new DataTable<>(table, model.rows(), AuditRow::id);
        rows.onLook(model::look);
        rows.onEnd(model::readMore);
        rows.text(when,
                row -> around.formats().secondsOrDay(row.at(), around.clock().nowProperty().get()), "first", "muted");
        rows.text(who, EntryPane::who, "name", "medium");
        rows.text(what, row -> around.texts().named("action", row.action()));
        rows.text(subject, row -> model.sight().snapshotProperty().get().subject(row), "muted");
        rows.text(reason, row -> row.reason() == null ? "" : row.reason(), "last", "muted");
        ColumnRoom.fill(table, reason, LEAST_REASON);
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(around.texts().of("activity.export"));
        chooser.setInitialFileName("activity.csv");
        File file = chooser.showSaveDialog(table.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }

    private void bindKeys() {
        var texts = around.texts();
        keys.bind("Slash", texts.of("activity.search"), search.field()::requestFocus);
        keys.bindEverywhere("Ctrl+F", texts.of("activity.search"), search.field()::requestFocus);
        keys.bind("Down", texts.of("activity.key.next"), () -> rows.step(1));
        keys.bind("Up", texts.of("activity.key.previous"), () -> rows.step(-1));
        keys.bind("E", texts.of("activity.export"), export::fire);
        keys.bind("Enter", texts.of("activity.key.open"), this::openSubject);
        keys.bindEverywhere("Esc", texts.of("stock.key.escape"), this::escape);
    }

    private void openSubject() {
        AuditRow row = model.currentProperty().get();
        if (row != null) {
            switch (row.subjectKind()) {
                case "order" -> travel.go("orders",
                        String.valueOf(model.sight().snapshotProperty().get().orders().get(row.subjectId())));
                case "product" -> travel.go("stock", row.subjectId());
                default -> table.requestFocus();
            }
        }
    }

    private void escape() {
        if (!search.text().isEmpty()) {
            search.setText("");
        }
        table.requestFocus();
    }

    private void judge() {
        String why = model.sight().staleProperty().get() ? around.texts().of("desk.why.stale")
                : model.commands().inFlightProperty().get() != null ? around.texts().of("desk.why.in_flight") : null;
        export.disabledReasonProperty().set(why);
    }

    private void draw(ActivitySnapshot now) {
        matches.setText(around.texts().of("activity.matches", now.page().total()));
        boolean searched = !now.question().text().isEmpty();
        table.setPlaceholder(searched
                ? new EmptyState("fth-search", around.texts().of("activity.no_match", now.question().text()),
                        around.texts().of("activity.no_match_detail"))
                : new EmptyState("fth-activity", around.texts().of("activity.empty"),
                        around.texts().of("activity.empty_detail")));
        drawEntry();
    }

    private void drawEntry() {
        AuditRow row = model.currentProperty().get();
        rows.mark(row == null ? null : row.id());
        entry.show(row, row == null ? "" : model.sight().snapshotProperty().get().subject(row));
    }

    @Override
    public void find(String what) {
        search.setText(what);
        model.search(what);
    }

    @Override
    public ScreenParts parts() {
        return new ScreenParts(title, content, List.of(), keys, model);
    }
}
