package dev.callboard.console.stock;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.callboard.console.Right;
import dev.callboard.console.Screen;
import dev.callboard.console.ScreenParts;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Chip;
import dev.callboard.parts.FigureLine;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.SearchField;
import dev.callboard.parts.Segments;
import dev.callboard.parts.SideDivider;
import dev.callboard.stock.StockFilter;
import dev.callboard.stock.StockList;
import dev.callboard.stock.StockRow;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Stock: every product with what the gate says of it, and the ledger of one. */
public final class StockScreen implements Screen {
    private static final SideDivider.Range LEDGER = new SideDivider.Range(376, 680, 780);

    private final Surroundings around;
    private final StockModel model;
    private final Overlay overlay;
    private final LedgerPane ledger;
    private final LedgerCheckLine fact;
    private final FigureLine status = new FigureLine();
    private final GateLine gateLine;
    private final Chip rebuilt;
    private final HBox header;
    private final Node content;
    private final Keymap keys = new Keymap();
    private ProductsTable rows;

    @FXML
    private SearchField search;
    @FXML
    private Segments<StockFilter> filter;
    @FXML
    private ActionButton receive;
    @FXML
    private ActionButton check;
    @FXML
    private VBox answer;
    @FXML
    private NoteLine note;
    @FXML
    private TableView<StockRow> table;
    @FXML
    private TableColumn<StockRow, StockRow> sku;
    @FXML
    private TableColumn<StockRow, StockRow> product;
    @FXML
    private TableColumn<StockRow, StockRow> onHand;
    @FXML
    private TableColumn<StockRow, StockRow> held;
    @FXML
    private TableColumn<StockRow, StockRow> available;
    @FXML
    private TableColumn<StockRow, StockRow> gate;
    @FXML
    private TableColumn<StockRow, StockRow> drift;
    @FXML
    private TableColumn<StockRow, StockRow> moved;
    @FXML
    private BorderPane body;
    @FXML
    private VBox right;

    public StockScreen(Surroundings around, StockModel model, Overlay overlay, Travel travel) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        this.gateLine = new GateLine(around);
        this.ledger = new LedgerPane(around, model, overlay, travel, gateLine);
        this.fact = new LedgerCheckLine(around);
        this.rebuilt = new Chip(Meaning.WARNING, "fth-loader", around.texts().of("stock.gate_rebuilt")).tall();
        Labels.tip(rebuilt, around.texts().of("stock.gate_closed"));
        rebuilt.setAccessibleText(around.texts().of("stock.gate_closed"));
        rebuilt.managedProperty().bind(rebuilt.visibleProperty());
        rebuilt.setVisible(false);
        this.header = new HBox(16, Labels.whole(around.texts().of("rail.stock"), "heading"), rebuilt, fact.node());
        header.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        this.content = around.fxml().load("console/stock", this);
        model.sight().snapshotProperty().addListener((property, before, now) -> draw(now));
        model.sight().staleProperty().addListener((property, before, now) -> judge());
        model.commands().inFlightProperty().addListener((property, before, now) -> judge());
        model.currentProperty().addListener((property, before, now) -> {
            rows.mark(now);
            judge();
        });
        model.checkingProperty().addListener((property, before, now) -> drawCheck(now));
        bindKeys();
        judge();
    }

    @FXML
    private void initialize() {
        right.getChildren().setAll(ledger.node());
        SideDivider divider = new SideDivider(right, false, LEDGER, around.view().number("stock.right"),
                width -> around.remember("stock.right", String.valueOf(width)));
        divider.setName(around.texts().of("divider.right"));
        body.setRight(divider);
        for (StockFilter choice : StockFilter.values()) {
            filter.add(choice, around.texts().of("stock.filter." + choice));
        }
        filter.onChoose(model::filter);
        search.onSearch(model::search);
        receive.setOnAction(press -> new StockPopover(around, overlay, "receive",
                model.question(Right.STOCK)).open(receive,
                        model.currentProperty().get(), false, model::receive));
        around.rights().guard(Right.STOCK, receive);
        check.setOnAction(press -> model.check());
        note.follow(model.commands().noteProperty());
        answer.managedProperty().bind(note.managedProperty());
        rows = new ProductsTable(table,
                new ProductsTable.Columns(sku, product, onHand, held, available, gate, drift, moved), around, model);
    }

    private void bindKeys() {
        var texts = around.texts();
        keys.bind("Slash", texts.of("stock.search"), search.field()::requestFocus);
        keys.bindEverywhere("Ctrl+F", texts.of("stock.search"), search.field()::requestFocus);
        keys.bind("Down", texts.of("stock.key.next"), () -> rows.step(1));
        keys.bind("Up", texts.of("stock.key.previous"), () -> rows.step(-1));
        keys.bind("I", texts.of("stock.receive"), receive::fire);
        keys.bind("L", texts.of("stock.check"), check::fire);
        ledger.bindKeys(keys);
        keys.bindEverywhere("Esc", texts.of("stock.key.escape"), this::escape);
    }

    private void escape() {
        if (!search.text().isEmpty()) {
            search.setText("");
        }
        table.requestFocus();
    }

    private void judge() {
        String why = model.against();
        receive.disabledReasonProperty().set(why);
        check.disabledReasonProperty()
                .set(model.sight().staleProperty().get() ? around.texts().of("desk.why.stale") : null);
        ledger.judge(why);
    }

    private void draw(StockSnapshot now) {
        StockList.Figures figures = now.list().figures();
        var texts = around.texts();
        filter.rename(StockFilter.ALL, texts.of("stock.filter.ALL_count", figures.products()));
        filter.rename(StockFilter.DRIFT, texts.of("stock.filter.DRIFT_count", now.drift().size()));
        filter.rename(StockFilter.SOLD_OUT, texts.of("stock.filter.SOLD_OUT_count", figures.soldOut()));
        rebuilt.setVisible(now.gate() == null);
        gateLine.show(now.list().gate());
        status.show(texts.of("stock.status", now.drift().size(), figures.soldOut(), figures.heldUnits(),
                figures.reservations()));
        rows.showEmpty(now.asked());
        rows.redraw();
        judge();
    }

    private void drawCheck(StockModel.Checking now) {
        fact.show(now);
        if (now != null) {
            check.setText(around.texts().of(now.report() == null ? "stock.stop_check" : "stock.check"));
        }
    }

    @Override
    public void find(String what) {
        search.setText(what);
        model.search(what);
    }

    @Override
    public ScreenParts parts() {
        return new ScreenParts(header, content, List.of(status), keys, model);
    }

    @Override
    public Optional<Node> statusEnd() {
        return Optional.of(gateLine.node());
    }

    @Override
    public Set<Right> acts() {
        return Set.of(Right.STOCK);
    }
}
