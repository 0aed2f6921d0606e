package dev.callboard.console.orders;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.console.cancel.CancelDialog;
import dev.callboard.console.cancel.CancelTarget;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Card;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.LockLine;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.StateChips;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** One order whole: its path, its steps and lines, who waits, its money, job and history. */
final class OrderPane {
    private final Surroundings around;
    private final OrdersModel model;
    private final Overlay overlay;
    private final Travel travel;
    private final OrderRule rule;
    private final OrderTables tables;
    private final OrderCards cards;
    private final OrderTrack path;
    private final ActionButton openInTriage;
    private final ActionButton showOnDesk;
    private final WaitingCard visitor;
    private Node node;
    private UUID drawn;

    @FXML
    private Label number;
    @FXML
    private StackPane state;
    @FXML
    private Label customer;
    @FXML
    private ActionButton retry;
    @FXML
    private ActionButton cancel;
    @FXML
    private LockLine locked;
    @FXML
    private NoteLine note;
    @FXML
    private ScrollPane scroll;
    @FXML
    private StackPane track;
    @FXML
    private Card steps;
    @FXML
    private Card lines;
    @FXML
    private Card waits;
    @FXML
    private Card payment;
    @FXML
    private Card job;
    @FXML
    private Card history;

    OrderPane(Surroundings around, OrdersModel model, Overlay overlay, Travel travel, OrdersScreen.Waits waiting) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        this.travel = travel;
        this.rule = new OrderRule(model, around.texts());
        this.tables = new OrderTables(around);
        this.cards = new OrderCards(around);
        this.path = new OrderTrack(around);
        this.openInTriage = small("orders.open_in_triage", "fth-external-link", "G", "flat small");
        this.showOnDesk = small("orders.show_on_desk", "fth-external-link", null, "small");
        this.visitor = new WaitingCard(around, showOnDesk, waiting.target(), waiting.limit());
        model.inspectedProperty().addListener((property, before, now) -> draw());
        model.currentProperty().addListener((property, before, now) -> judge());
        model.commands().inFlightProperty().addListener((property, before, now) -> judge());
        around.clock().nowProperty().addListener((property, before, now) -> tick());
    }

    private ActionButton small(String key, String icon, String keys, String kind) {
        ActionButton button = new ActionButton();
        button.setText(around.texts().of(key));
        button.setIcon(icon);
        button.setKind(kind);
        if (keys != null) {
            button.setKeys(keys);
        }
        return button;
    }

    void loadInto(BorderPane place) {
        node = around.fxml().load("console/order", this);
        place.setCenter(node);
    }

    @FXML
    private void initialize() {
        track.getChildren().setAll(path);
        retry.setOnAction(press -> model.retry());
        cancel.setOnAction(press -> openCancel());
        openInTriage.setOnAction(press -> travel.go("triage", model.shown().order().uuid().toString()));
        showOnDesk.setOnAction(press -> travel.go("desk", String.valueOf(model.shown().ticket().id())));
        retry.inFlightProperty().bind(model.commands().inFlightProperty().isEqualTo("orders.retry"));
        around.rights().explain(Right.RETRY, locked, around.texts().of("orders.retry"));
        around.rights().guard(Right.RETRY, retry);
        around.rights().guard(Right.ORDERS, cancel);
        note.follow(model.commands().noteProperty());
        judge();
    }

    private void openGroup(String fingerprint) {
        travel.go("triage", "group:\"" + fingerprint.replace("\"", "") + '"');
    }

    void bindKeys(Keymap keys) {
        var texts = around.texts();
        keys.bind("R", texts.of("orders.retry"), retry::fire);
        keys.bind("C", texts.of("triage.cancel"), cancel::fire);
        keys.bind("G", texts.of("orders.open_in_triage"), openInTriage::fire);
        keys.bind("T", texts.of("orders.show_on_desk"), showOnDesk::fire);
        keys.bind("P", texts.of("orders.key.payment"), () -> new PaymentPopover(around, overlay).open(payment,
                model.shown()));
    }

    private void openCancel() {
        Order order = model.shown().order();
        String shownJob = order.jobNumber() == null ? null : String.valueOf(order.jobNumber());
        CancelTarget target = new CancelTarget(order, shownJob, model.shown().attempts(),
                OrderPath.of(model.shown().details().history()).taken().getLast().at());
        new CancelDialog(around, new CancelFromOrders(model), List.of(target), overlay).open();
    }

    /** Says again what may be pressed and why not. */
    void judge() {
        retry.disabledReasonProperty().set(rule.againstRetry());
        cancel.disabledReasonProperty().set(rule.againstCancel());
        openInTriage.disabledReasonProperty().set(
                model.shown() != null && model.shown().order().state() == OrderState.FAILED ? null
                        : around.texts().of("orders.why.not_in_triage"));
    }

    private void draw() {
        judge();
        OrderCase shown = model.shown();
        if (shown == null) {
            return;
        }
        Order order = shown.order();
        number.setText(around.texts().of("order.number", String.valueOf(order.number())));
        state.getChildren().setAll(StateChips.of(order.state()).tall());
        customer.setText(order.email() == null ? order.customer() : order.customer() + ", " + order.email());
        customer.setTooltip(new Tooltip(customer.getText()));
        tick();
        fill(shown);
        if (!order.uuid().equals(drawn)) {
            drawn = order.uuid();
            scroll.setVvalue(0);
        }
    }

    /** Only the cards that do not show it so already. */
    private void fill(OrderCase shown) {
        Order order = shown.order();
        if (steps.isNew(Arrays.asList(shown.details().steps(), order, shown.invoice()))) {
            steps.aside(tables.retryRuns(shown).map(words -> Labels.of(words, "dense", "muted")).orElse(new Label()));
            steps.fill(tables.steps(shown));
        }
        if (lines.isNew(order)) {
            lines.fill(tables.lines(order));
        }
        visitor.fill(waits, shown);
        if (payment.isNew(Arrays.asList(order.uuid(), shown.payment(), shown.refunds()))) {
            cards.payment(payment, shown);
        }
        if (job.isNew(Arrays.asList(order.uuid(), order.jobNumber(), order.failure(),
                shown.failedTries(), shown.isRetried(), shown.job() == null ? null : shown.job().job()))) {
            cards.job(job, shown, model.shop().queue(), openInTriage, this::openGroup);
        }
        if (history.isNew(List.of(order.uuid(), shown.details().history()))) {
            cards.history(history, shown);
        }
    }

    private void tick() {
        OrderCase shown = model.shown();
        if (shown == null) {
            return;
        }
        if (path.shows(shown.order())) {
            path.tick();
        } else {
            path.show(OrderPath.of(shown.details().history()), shown.order());
        }
    }
}
