package dev.callboard.console.triage.runs;

import java.io.File;
import java.util.List;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.DataTable;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Overlay;
import dev.callboard.triage.BulkRun;
import dev.callboard.triage.BulkRunItem;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.FileChooser;

/** Every job of a run and what became of it, in the order of the list. */
final class RunResults {
    private final Surroundings around;
    private final RunsModel model;
    private final Overlay overlay;
    private final ObservableList<BulkRunItem> rows = FXCollections.observableArrayList();
    private final Node node;
    private RunExport exporting;

    @FXML
    private Label resultsTitle;
    @FXML
    private Label resultsWhat;
    @FXML
    private TableView<BulkRunItem> resultsTable;
    @FXML
    private NoteLine resultsNote;
    @FXML
    private ActionButton resultsExport;
    @FXML
    private ActionButton resultsClose;

    RunResults(Surroundings around, RunsModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        this.node = around.fxml().load("console/runresults", this);
    }

    void open(BulkRun run) {
        var texts = around.texts();
        exporting = new RunExport(run, texts);
        resultsTitle.setText(texts.of("run.results.title", String.valueOf(run.id()), RunWords.what(run, texts)));
        resultsWhat.setText(texts.of("run.results.what", RunWords.progress(run.tally(), texts),
                RunWords.counts(run, texts)));
        Keymap keys = new Keymap().bindEverywhere("Esc", texts.of("key.close"), overlay::close)
                .bindEverywhere("Ctrl+S", texts.of("run.export"), resultsExport::fire);
        overlay.openDialog(node, keys, () -> {});
        resultsClose.button().requestFocus();
        around.background().execute(() -> read(run));
    }

    private void read(BulkRun run) {
        try {
            List<BulkRunItem> items = model.shop().runs().items(run.id());
            around.fx().execute(() -> rows.setAll(items));
        } catch (RuntimeException failure) {
            around.faults().report("The results of a run could not be read", failure);
            around.fx().execute(() -> resultsNote.show(around.faults().note(failure)));
        }
    }

    @FXML
    @SuppressWarnings("unchecked")
    private void initialize() {
        var texts = around.texts();
        DataTable<BulkRunItem> table = new DataTable<>(resultsTable, rows, BulkRunItem::position);
        List<TableColumn<BulkRunItem, BulkRunItem>> columns = resultsTable.getColumns().stream()
                .map(column -> (TableColumn<BulkRunItem, BulkRunItem>) column).toList();
        table.text(columns.get(0), BulkRunItem::shown, "first");
        table.text(columns.get(1), item -> texts.of("run.result." + (item.result() == null ? "OPEN" : item.result())));
        table.text(columns.get(2), item -> item.message() == null ? "" : item.message(), "muted");
        table.text(columns.get(3), item -> around.formats().seconds(item.at()), "right", "last");
        resultsClose.setOnAction(press -> overlay.close());
        resultsExport.setOnAction(press -> export());
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(around.texts().of("run.export"));
        chooser.setInitialFileName("run.csv");
        File file = chooser.showSaveDialog(node.getScene().getWindow());
        if (file != null) {
            List<BulkRunItem> items = List.copyOf(rows);
            around.background().execute(() -> {
                try {
                    exporting.write(file.toPath(), items);
                } catch (RuntimeException failure) {
                    around.faults().report("The results of a run could not be written", failure);
                    around.fx().execute(() -> resultsNote.show(around.faults().note(failure)));
                }
            });
        }
    }
}
