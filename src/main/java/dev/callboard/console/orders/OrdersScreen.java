package dev.callboard.console.orders;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.callboard.console.Right;
import dev.callboard.console.Screen;
import dev.callboard.console.ScreenParts;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.orders.OrderFigures;
import dev.callboard.orders.OrderFilter;
import dev.callboard.orders.OrderRow;
import dev.callboard.parts.EmptyState;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.News;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.SearchField;
import dev.callboard.parts.Segments;
import dev.callboard.refusals.NotPermitted;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Orders: the list at the left, the last changed first, and one of them whole. */
public final class OrdersScreen implements Screen {

    /** How long somebody may wait, by the shop's settings. */
    public record Waits(Duration target, Duration limit) {}

    private final Surroundings around;
    private final OrdersModel model;
    private final OrderPane pane;
    private final Label fact = Labels.whole("", "dense", "muted");
    private final Label status = Labels.of("", "dense", "muted");
    private final HBox header;
    private final Node content;
    private final Keymap keys = new Keymap();
    private boolean walking;

    @FXML
    private SearchField search;
    @FXML
    private Segments<OrderFilter> filter;
    @FXML
    private Label sorted;
    @FXML
    private Hyperlink newer;
    @FXML
    private Label matches;
    @FXML
    private ListView<OrderRow> list;
    @FXML
    private EmptyState nothing;
    @FXML
    private VBox reading;
    @FXML
    private BorderPane one;

    public OrdersScreen(Surroundings around, OrdersModel model, Overlay overlay, Travel travel, Waits waits) {
        this.around = around;
        this.model = model;
        this.pane = new OrderPane(around, model, overlay, travel, waits);
        this.header = new HBox(16, Labels.whole(around.texts().of("rail.orders"), "heading"), fact);
        header.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        this.content = around.fxml().load("console/orders", this);
        model.sight().snapshotProperty().addListener((property, before, now) -> draw());
        model.sight().staleProperty().addListener((property, before, now) -> pane.judge());
        model.currentProperty().addListener((property, before, now) -> drawPlace());
        model.inspectedProperty().addListener((property, before, now) -> drawPlace());
        model.closedProperty().addListener((property, before, now) -> drawPlace());
        bindKeys();
        drawPlace();
    }

    @FXML
    private void initialize() {
        pane.loadInto(one);
        for (OrderFilter choice : OrderFilter.values()) {
            filter.add(choice, around.texts().of("orders.filter." + choice));
        }
        filter.onChoose(model::filter);
        search.onSearch(model::search);
        list.setItems(model.rows());
        News<OrderRow> news = new News<>(model.rows(), OrderRow::id);
        list.setCellFactory(factory -> {
            OrderCell cell = new OrderCell(around, model);
            news.mark(cell);
            return cell;
        });
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !model.rows().isMoving()) {
                model.look(now.id());
            }
        });
        list.hoverProperty().addListener((property, before, now) -> freeze());
        list.focusedProperty().addListener((property, before, now) -> {
            walking &= now;
            freeze();
        });
        newer.setOnAction(press -> {
            model.catchUp();
            reselect();
            drawNewer();
        });
        sorted.setText(around.texts().of("orders.sorted"));
        list.skinProperty().addListener((property, before, now) -> watchEnd());
    }

    /** Further rows are read when the last one comes into sight. */
    private void watchEnd() {
        if (list.lookup(".scroll-bar:vertical") instanceof javafx.scene.control.ScrollBar bar) {
            bar.valueProperty().addListener((property, before, now) -> {
                if (now.doubleValue() >= bar.getMax() * 0.9) {
                    model.readMore();
                }
            });
        }
    }

    private void freeze() {
        model.freeze(list.isHover() || walking);
        reselect();
        drawNewer();
    }

    private void bindKeys() {
        var texts = around.texts();
        keys.bind("Slash", texts.of("orders.search"), search.field()::requestFocus);
        keys.bindEverywhere("Ctrl+F", texts.of("orders.search"), search.field()::requestFocus);
        keys.bind("Down", texts.of("orders.key.next"), () -> step(1));
        keys.bind("Up", texts.of("orders.key.previous"), () -> step(-1));
        pane.bindKeys(keys);
        keys.bindEverywhere("Esc", texts.of("orders.key.escape"), this::escape);
    }

    private void step(int by) {
        walking = true;
        freeze();
        list.requestFocus();
        model.step(by);
        reselect();
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 4));
    }

    /** The order in view stays chosen, wherever its row has gone. */
    private void reselect() {
        model.rows().stream().filter(row -> row.id().equals(model.currentProperty().get())).findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private void escape() {
        if (!search.text().isEmpty()) {
            search.setText("");
        }
        walking = false;
        freeze();
        list.requestFocus();
    }

    private void draw() {
        OrdersSnapshot now = model.sight().snapshotProperty().get();
        OrderFigures figures = now.list().figures();
        var texts = around.texts();
        fact.setText(texts.of("orders.today", figures.today(), around.formats().money(figures.taken())));
        filter.rename(OrderFilter.FAILED, texts.of("orders.filter.FAILED_count", figures.failed()));
        filter.rename(OrderFilter.EXPIRING, texts.of("orders.filter.EXPIRING_count", figures.expiring()));
        status.setText(texts.of("orders.status", figures.failed(), figures.expiring(), figures.slowPayments()));
        matches.setText(now.list().total() > now.list().rows().size()
                ? texts.of("orders.read_of", now.list().rows().size(), now.list().total())
                : texts.of("orders.matches", now.list().total()));
        list.setPlaceholder(new Label());
        reselect();
        drawNewer();
        drawPlace();
    }

    private void drawNewer() {
        long count = model.newer();
        newer.setText(around.texts().of("orders.newer", count));
        newer.setVisible(count > 0);
        newer.setManaged(count > 0);
    }

    private void drawPlace() {
        boolean any = model.currentProperty().get() != null;
        NotPermitted closed = model.closedProperty().get();
        boolean read = model.inspectedProperty().get() != null;
        one.setVisible(any && closed == null && read);
        reading.setVisible(any && closed == null && !read);
        nothing.setVisible(model.sight().snapshotProperty().get() != null && (!any || closed != null));
        if (any && closed != null) {
            nothing.setIcon("fth-lock");
            nothing.setTitle(around.texts().of("error.not_permitted", around.texts().of("rail.orders")));
            nothing.setDetail(around.texts().of("error.not_permitted_why"));
            return;
        }
        boolean searched = !model.question().match().isEmpty();
        nothing.setIcon(searched ? "fth-search" : "fth-shopping-bag");
        nothing.setTitle(searched ? around.texts().of("orders.no_match", model.question().match())
                : around.texts().of("orders.empty." + model.question().filter()));
        nothing.setDetail(around.texts().of(searched ? "triage.no_match_detail" : "orders.empty_detail"));
    }

    @Override
    public void find(String what) {
        search.setText(what);
        filter.select(OrderFilter.ALL);
        model.filter(OrderFilter.ALL);
        model.search(what);
    }

    @Override
    public ScreenParts parts() {
        return new ScreenParts(header, content, List.of(status), keys, model);
    }

    @Override
    public Set<Right> acts() {
        return Set.of(Right.RETRY, Right.ORDERS);
    }
}
