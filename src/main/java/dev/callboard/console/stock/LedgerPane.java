package dev.callboard.console.stock;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.ColumnRoom;
import dev.callboard.parts.DataTable;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.LockLine;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Rows;
import dev.callboard.parts.Segments;
import dev.callboard.stock.Product;
import dev.callboard.stock.ProductLedger;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** One product: its figures, what the gate gets wrong, its movements and their sum. */
final class LedgerPane {

    private static final double LEAST_WHAT = 110;

    /** Which rows of the ledger are shown. */
    private enum Kinds {
        ALL, IN, OUT, HOLDS;

        boolean shows(ProductLedger.Row row) {
            return switch (this) {
                case ALL -> true;
                case IN -> !row.isHold() && row.units() > 0;
                case OUT -> !row.isHold() && row.units() < 0;
                case HOLDS -> row.isHold();
            };
        }
    }

    private final Surroundings around;
    private final StockModel model;
    private final Overlay overlay;
    private final Travel travel;
    private final GateLine gateLine;
    private final LedgerWords words;
    private final Node node;
    private final Rows<ProductLedger.Row> rows = new Rows<>(row -> row);
    private final LedgerSum sum;
    private Kinds shown = Kinds.ALL;
    private long driftIs;

    @FXML
    private Label name;
    @FXML
    private Label price;
    @FXML
    private LockLine locked;
    @FXML
    private ActionButton writeOff;
    @FXML
    private Label onHand;
    @FXML
    private Label held;
    @FXML
    private Label available;
    @FXML
    private Label gate;
    @FXML
    private VBox driftPlace;
    @FXML
    private VBox driftNote;
    @FXML
    private FontIcon driftIcon;
    @FXML
    private Label driftTitle;
    @FXML
    private Label driftWhat;
    @FXML
    private ActionButton correct;
    @FXML
    private ActionButton showHolds;
    @FXML
    private Segments<Kinds> kinds;
    @FXML
    private TableView<ProductLedger.Row> movements;
    @FXML
    private TableColumn<ProductLedger.Row, ProductLedger.Row> when;
    @FXML
    private TableColumn<ProductLedger.Row, ProductLedger.Row> what;
    @FXML
    private TableColumn<ProductLedger.Row, ProductLedger.Row> units;
    @FXML
    private TableColumn<ProductLedger.Row, ProductLedger.Row> after;
    @FXML
    private VBox sumPlace;

    LedgerPane(Surroundings around, StockModel model, Overlay overlay, Travel travel, GateLine gateLine) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        this.travel = travel;
        this.gateLine = gateLine;
        this.words = new LedgerWords(around);
        this.sum = new LedgerSum(around);
        this.node = around.fxml().load("console/ledger", this);
        model.sight().snapshotProperty().addListener((property, before, now) -> draw(now));
        around.clock().nowProperty().addListener((property, before, now) -> sayWhenMended());
        node.setVisible(false);
    }

    @FXML
    private void initialize() {
        for (Kinds kind : Kinds.values()) {
            kinds.add(kind, around.texts().of("stock.kinds." + kind));
        }
        kinds.onChoose(this::choose);
        DataTable<ProductLedger.Row> table = new DataTable<>(movements, rows, row -> row);
        table.text(when, words::when, "first", "muted");
        table.node(what, (row, cell) -> words.what(row));
        table.node(units, (row, cell) -> words.units(row), "right");
        table.text(after, row -> around.formats().count(row.onHand()), "right", "last", "muted");
        ColumnRoom.fill(movements, what, LEAST_WHAT);
        Labels.tipped(name);
        sumPlace.getChildren().setAll(sum);
        movements.setPlaceholder(Labels.of(around.texts().of("stock.no_movement"), "dense", "muted"));
        around.rights().explain(Right.STOCK, locked, around.texts().of("stock.receive"));
        around.rights().guard(Right.STOCK, correct);
        around.rights().guard(Right.WRITE_OFF, writeOff);
        correct.setOnAction(press -> model.correctGate());
        correct.inFlightProperty().bind(model.commands().inFlightProperty().isEqualTo("stock.correct"));
        showHolds.setOnAction(press -> choose(Kinds.HOLDS));
        writeOff.setOnAction(press -> new StockPopover(around, overlay, "write_off",
                model.question(Right.WRITE_OFF)).open(writeOff,
                        model.currentProperty().get(), true, model::writeOff));
    }

    Node node() {
        VBox.setVgrow(node, javafx.scene.layout.Priority.ALWAYS);
        return node;
    }

    void bindKeys(Keymap keys) {
        keys.bind("X", around.texts().of("stock.write_off"), writeOff::fire);
        keys.bind("G", around.texts().of("stock.correct"), correct::fire);
        keys.bind("Enter", around.texts().of("stock.key.orders"),
                () -> travel.go("orders", model.currentProperty().get()));
    }

    void judge(String why) {
        correct.disabledReasonProperty().set(why);
        writeOff.disabledReasonProperty().set(why);
    }

    private void choose(Kinds kind) {
        shown = kind;
        kinds.select(kind);
        draw(model.sight().snapshotProperty().get());
    }

    private void draw(StockSnapshot now) {
        ProductLedger ledger = now == null ? null : now.shown();
        node.setVisible(ledger != null);
        if (ledger == null) {
            return;
        }
        Product product = ledger.product();
        name.setText(product.name().isBlank() ? product.sku() : product.name());
        price.setText(product.sku() + ", " + around.formats().money(product.price()));
        onHand.setText(around.formats().count(product.onHand()));
        held.setText(around.formats().count(product.held()));
        available.setText(around.formats().count(product.available()));
        long more = now.drift(product.sku());
        Long promised = now.promised(product.sku());
        gate.setText(promised == null ? "…" : around.formats().count(promised));
        gate.getStyleClass().removeAll("failed-text", "warning-text");
        if (more != 0) {
            gate.getStyleClass().add(more > 0 ? "failed-text" : "warning-text");
        }
        drawDrift(more, ledger);
        rows.become(ledger.rows().stream().filter(shown::shows).toList());
        sum.show(ledger);
    }

    /** Counts down with the clock. */
    private void sayWhenMended() {
        if (driftIs != 0) {
            driftWhat.setText(around.texts().of(driftIs > 0 ? "stock.drift.more_what" : "stock.drift.less_what",
                    Math.abs(driftIs))
                    + " " + (gateLine.isIdle() ? around.texts().of("stock.drift.idle")
                            : around.texts().of("stock.drift.next", gateLine.untilNext())));
        }
    }

    private void drawDrift(long more, ProductLedger ledger) {
        driftPlace.setVisible(more != 0);
        driftPlace.setManaged(more != 0);
        driftNote.getStyleClass().removeAll("failed", "warning");
        driftIcon.getStyleClass().removeAll("failed-text", "warning-text");
        if (more == 0) {
            driftIs = 0;
            return;
        }
        driftNote.getStyleClass().add(more > 0 ? "failed" : "warning");
        driftIcon.getStyleClass().add(more > 0 ? "failed-text" : "warning-text");
        driftTitle.setText(around.texts().of(more > 0 ? "stock.drift.more" : "stock.drift.less", Math.abs(more)));
        driftIs = more;
        sayWhenMended();
        long holds = ledger.rows().stream().filter(ProductLedger.Row::isHold).count();
        showHolds.setText(around.texts().of("stock.show_holds", holds));
    }
}
