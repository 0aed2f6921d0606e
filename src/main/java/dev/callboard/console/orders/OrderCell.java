package dev.callboard.console.orders;

import java.time.Duration;

import dev.callboard.console.Surroundings;
import dev.callboard.orders.OrderRow;
import dev.callboard.orders.OrderState;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Labels;
import dev.callboard.parts.StateChips;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One order in the list; a reservation shows the time it has left. */
final class OrderCell extends ListCell<OrderRow> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Surroundings around;
    private final OrdersModel model;
    private final Label number = Labels.whole("", "semibold");
    private final Label customer = Labels.of("", "dense");
    private final Label total = Labels.whole("", "medium");
    private final Label when = Labels.whole("", "dense", "muted");
    private final StackPane state = new StackPane();
    private final VBox content;
    /** Held here alone: the window's clock outlives every cell. */
    private final ChangeListener<Object> tick = (property, before, now) -> showTime();
    private final ChangeListener<Object> chosen = (property, before, now) -> mark();

    OrderCell(Surroundings around, OrdersModel model) {
        this.around = around;
        this.model = model;
        state.setMaxWidth(USE_PREF_SIZE);
        HBox first = new HBox(8, number, customer, Labels.space(), total);
        HBox second = new HBox(8, state, Labels.space(), when);
        first.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        second.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        content = new VBox(2, first, second);
        content.getStyleClass().add("order-row");
        setPrefWidth(0);
        around.clock().nowProperty().addListener(new WeakChangeListener<>(tick));
        model.currentProperty().addListener(new WeakChangeListener<>(chosen));
    }

    @Override
    protected void updateItem(OrderRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(row == null ? null : content);
        mark();
        if (row == null) {
            return;
        }
        number.setText(String.valueOf(row.id().number()));
        customer.setText(row.customer());
        Labels.tip(customer, row.customer());
        total.setText(around.formats().money(row.total()));
        state.getChildren().setAll(StateChips.of(row.state()));
        showTime();
        setAccessibleText(around.texts().of("orders.row.spoken", number.getText(), row.customer(), total.getText(),
                row.state(), when.getText()));
    }

    private void mark() {
        pseudoClassStateChanged(CURRENT, getItem() != null && getItem().id().equals(model.currentProperty().get()));
    }

    private void showTime() {
        OrderRow row = getItem();
        if (row == null) {
            return;
        }
        boolean runs = row.state() == OrderState.RESERVED;
        when.setText(runs
                ? around.texts().of("orders.expires_in",
                        Formats.span(Duration.between(around.clock().nowProperty().get(), row.expiresAt())))
                : around.formats().minutesOrDay(row.changedAt(), around.clock().nowProperty().get()));
    }
}
