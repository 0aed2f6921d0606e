package dev.callboard.console.desk;

import java.util.Objects;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Labels;
import dev.callboard.parts.EmptyState;
import dev.callboard.parts.StateChips;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the visitor came for: the order with its lines and steps. */
final class OrderPanel {
    private static final int LINES_WITHOUT_SCROLLING = 6;
    private static final int LEAST_LINES = 2;
    private static final Insets FLAT_AT_THE_EDGE = new Insets(0, -8, 0, 0);
    private static final double EDGES = 2;
    private static final double LINE_HEIGHT = 36;

    private final VBox place;
    private final Surroundings around;
    private final Runnable openOrder;
    private final ActionButton link;
    private boolean drawn;
    private LinkedOrder shown;
    private boolean isFree;

    /** @param openOrder leads to the order's own screen @param link asks for an order where there is none */
    OrderPanel(VBox place, Surroundings around, Runnable openOrder, ActionButton link) {
        this.place = place;
        this.around = around;
        this.openOrder = openOrder;
        this.link = link;
        HBox.setMargin(link, FLAT_AT_THE_EDGE);
    }

    /** Nobody is here: what will stand in this place. */
    void showNobody() {
        if (drawn && isFree) {
            return;
        }
        drawn = true;
        isFree = true;
        VBox panel = panel();
        panel.getStyleClass().add("waiting-for-order");
        EmptyState empty = new EmptyState("fth-shopping-bag", around.texts().of("desk.order.here"),
                around.texts().of("desk.order.here_detail"));
        empty.getStyleClass().add("small");
        panel.getChildren().add(empty);
        panel.setMinHeight(96);
        panel.setPrefHeight(248);
        panel.setAlignment(javafx.geometry.Pos.CENTER);
        place.getChildren().setAll(panel);
    }

    /** The visitor's order, or that there is none; built anew only where something of it has changed. */
    void show(LinkedOrder order) {
        if (drawn && !isFree && Objects.equals(order, shown)) {
            return;
        }
        drawn = true;
        isFree = false;
        shown = order;
        VBox panel = panel();
        if (order == null) {
            Label none = Labels.of(around.texts().of("desk.order.none"), "dense", "muted");
            HBox line = new HBox(12, new FontIcon("fth-shopping-bag"), none, Labels.space(), link);
            line.getStyleClass().addAll("order-steps", "alone");
            panel.getChildren().add(line);
        } else {
            panel.getChildren().addAll(head(order), lines(order), steps(order));
        }
        place.getChildren().setAll(panel);
    }

    private static VBox panel() {
        VBox panel = new VBox();
        panel.getStyleClass().add("panel");
        return panel;
    }

    private Node head(LinkedOrder order) {
        Label number = Labels.of(around.texts().of("order.number", String.valueOf(order.number())), "semibold");
        Label advice = quiet(advice(order));
        Label paid = quiet(order.paidAt() == null ? ""
                : around.texts().of("desk.order.paid", around.formats().minutes(order.paidAt())));
        Label total = Labels.whole(around.formats().money(order.total()), "semibold");
        HBox head = new HBox(new FontIcon("fth-shopping-bag"), number, StateChips.of(order.state()), advice,
                Labels.space(), paid, total, open());
        head.getStyleClass().add("panel-head");
        head.setMinHeight(48);
        return head;
    }

    private String advice(LinkedOrder order) {
        if (order.refundDue()) {
            return around.texts().of("desk.order.refund");
        }
        String at = order.steps().stream().filter(step -> step.doneAt() == null).findFirst()
                .map(step -> around.texts().named("step", step.name())).orElse("");
        return around.texts().of("desk.order.advice." + order.state(), at);
    }

    private Node open() {
        ActionButton open = new ActionButton();
        open.setId("openOrder");
        open.setText(around.texts().of("desk.order.open"));
        open.setIcon("fth-external-link");
        open.setKeys("O");
        open.setKind("flat small");
        open.setOnAction(press -> openOrder.run());
        HBox.setMargin(open, FLAT_AT_THE_EDGE);
        return open;
    }

    private Node lines(LinkedOrder order) {
        VBox box = new VBox();
        order.lines().forEach(line -> box.getChildren().add(line(line)));
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("order-lines");
        int lines = order.lines().size();
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefHeight(Math.min(LINES_WITHOUT_SCROLLING, lines) * LINE_HEIGHT + EDGES);
        scroll.setMinHeight(Math.min(LEAST_LINES, lines) * LINE_HEIGHT + EDGES);
        return scroll;
    }

    private Node line(LinkedOrder.Line line) {
        Label quantity = Labels.whole(line.quantity() + " ×", "semibold");
        quantity.setMinWidth(36);
        quantity.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        Label product = Labels.of(line.product(), "medium");
        product.setTooltip(new Tooltip(line.product()));
        product.setPrefWidth(288);
        product.setMinWidth(80);
        Label price = Labels.whole(around.formats().money(line.price()));
        HBox row = new HBox(quantity, product, quiet(line.sku()), Labels.space(), price);
        row.getStyleClass().add("order-line");
        return row;
    }

    private Node steps(LinkedOrder order) {
        HBox row = new HBox();
        row.getStyleClass().add("order-steps");
        for (LinkedOrder.Step step : order.steps()) {
            Label label = Labels.of(around.texts().named("step", step.name()), "dense");
            if (step.doneAt() != null) {
                label.setText(label.getText() + " " + around.formats().minutes(step.doneAt()));
                mark(label, "fth-check-circle", "success-text");
            } else if (step.error() != null) {
                mark(label, "fth-x-circle", "failed-text");
                label.setTooltip(new Tooltip(step.error()));
            } else {
                mark(label, "fth-clock", "muted");
            }
            row.getChildren().add(label);
        }
        Label todo = quiet(around.texts().of("desk.order.todo." + order.state(), order.lines().size(),
                order.job() == null ? "" : String.valueOf(order.job()), fault(order)));
        row.getChildren().addAll(Labels.space(), todo);
        return row;
    }

    private static String fault(LinkedOrder order) {
        return order.steps().stream().filter(step -> step.doneAt() == null && step.error() != null).findFirst()
                .map(step -> step.error().lines().findFirst().orElse("")).orElse("");
    }

    private static void mark(Label label, String icon, String ink) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add(ink);
        label.setGraphic(picture);
        label.getStyleClass().add(ink);
    }

    private static Label quiet(String text) {
        Label label = Labels.of(text, "dense", "muted");
        return label;
    }
}
