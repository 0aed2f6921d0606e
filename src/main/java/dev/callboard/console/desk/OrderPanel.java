package dev.callboard.console.desk;

import java.util.Objects;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.orders.OrderState;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Labels;
import dev.callboard.parts.EmptyState;
import dev.callboard.parts.StateChips;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the visitor came for: the order with its lines and steps. */
final class OrderPanel {
    private static final Insets FLAT_AT_THE_EDGE = new Insets(0, -8, 0, 0);

    private final VBox place;
    private final Surroundings around;
    private final Runnable openOrder;
    private final ActionButton link;
    private final OrderLines lines;
    private final ContextMenu menu;
    private boolean drawn;
    private LinkedOrder shown;
    private boolean isFree;

    /**
     * @param openOrder leads to the order's own screen
     * @param link asks for an order where there is none
     * @param unlink asks whether the order shall go
     */
    OrderPanel(VBox place, Surroundings around, Runnable openOrder, ActionButton link, Runnable unlink) {
        this.place = place;
        this.around = around;
        this.openOrder = openOrder;
        this.link = link;
        this.lines = new OrderLines(around);
        MenuItem item = new MenuItem(around.texts().of("desk.unlink"), new FontIcon("fth-x"));
        item.setOnAction(press -> unlink.run());
        this.menu = new ContextMenu(item);
        place.setOnContextMenuRequested(asked -> {
            if (shown != null) {
                menu.show(place, asked.getScreenX(), asked.getScreenY());
            }
        });
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
        panel.setPrefHeight(248);
        panel.setAlignment(Pos.CENTER);
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
            panel.getChildren().addAll(head(order), lines.of(order), steps(order));
        }
        place.getChildren().setAll(panel);
    }

    private static VBox panel() {
        VBox panel = new VBox();
        panel.getStyleClass().add("panel");
        return panel;
    }

    private Node head(LinkedOrder order) {
        Chip state = StateChips.of(order.state());
        // what became of an order is no less so while nothing new is heard of the line
        state.getStyleClass().remove("state");
        Label number = Labels.whole(around.texts().of("order.number", String.valueOf(order.number())), "semibold");
        HBox advice = new HBox(4, quiet(advice(order)));
        advice.setAlignment(Pos.CENTER_LEFT);
        order.shelf().ifPresent(shelf -> advice.getChildren().add(Labels.of(shelf, "dense", "semibold")));
        Label paid = quiet(order.paidAt() == null ? ""
                : around.texts().of(order.online() ? "desk.order.paid_online" : "desk.order.paid",
                        around.formats().minutes(order.paidAt())));
        FontIcon picture = new FontIcon("fth-shopping-bag");
        picture.getStyleClass().add("order-icon");
        Label total = Labels.whole(around.formats().money(order.total()), "semibold");
        HBox head = new HBox(picture, number, state, advice,
                Labels.space(), paid, total, open());
        head.getStyleClass().add("panel-head");
        head.setMinHeight(48);
        return head;
    }

    private String advice(LinkedOrder order) {
        if (order.refundDue()) {
            return around.texts().of("desk.order.refund");
        }
        if (order.shelf().isPresent()) {
            return around.texts().of("desk.order.ready_at");
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
        Label todo = quiet(todo(order));
        row.getChildren().addAll(Labels.space(), todo);
        return row;
    }

    /** What to do now; of a job that has failed its number, with what, and whoever looks after that. */
    private String todo(LinkedOrder order) {
        String fault = fault(order);
        boolean stands = !fault.isEmpty() && order.job() != null
                && (order.state() == OrderState.PROCESSING || order.state() == OrderState.FAILED);
        if (!stands) {
            return around.texts().of("desk.order.todo." + order.state(), order.lines().size());
        }
        String job = String.valueOf(order.job());
        return order.onIt() == null ? around.texts().of("desk.order.job", job, fault)
                : around.texts().of("desk.order.job_on_it", job, fault, order.onIt());
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
