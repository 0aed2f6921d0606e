package dev.callboard.console.orders;

import java.time.Duration;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.AgeBar;
import dev.callboard.parts.Card;
import dev.callboard.parts.Labels;
import dev.callboard.parts.StateChips;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Whoever stands in the shop and waits for the order. */
final class WaitingCard {
    private final Surroundings around;
    private final ActionButton show;
    private final AgeBar age = new AgeBar();
    private final Duration target;
    private final Duration limit;
    private final Label code = Labels.whole("", "display-small");
    private final Label where = Labels.of("", "medium");
    private final Label since = Labels.of("", "dense", "muted");
    private final HBox wait = new HBox();
    private final HBox row;
    private final HBox nobody;
    private Ticket ticket;

    /**
     * @param target the wait that queues aim for
     * @param limit the wait that is too long
     */
    WaitingCard(Surroundings around, ActionButton show, Duration target, Duration limit) {
        this.around = around;
        this.show = show;
        this.target = target;
        this.limit = limit;
        VBox words = new VBox(2, where, since);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        wait.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(words, Priority.ALWAYS);
        this.row = new HBox(16, code, words, wait, show);
        row.getStyleClass().add("waits-row");
        this.nobody = new HBox(Labels.of(around.texts().of("orders.nobody_waits"), "dense", "muted"));
        nobody.getStyleClass().add("waits-row");
        around.clock().nowProperty().addListener((property, before, now) -> tick());
    }

    private void tick() {
        if (ticket != null) {
            age.show(around.clock().since(ticket.joinedAt()), target, limit);
        }
    }

    void fill(Card card, OrderCase shown) {
        ticket = shown.ticket();
        show.disabledReasonProperty().set(ticket == null ? around.texts().of("orders.nobody_waits") : null);
        boolean somebody = ticket != null;
        if (somebody) {
            tick();
            code.setText(ticket.code());
            where.setText(where(shown));
            since.setText(around.texts().of("orders.joined", around.formats().minutes(ticket.joinedAt())));
            boolean waits = ticket.state() == TicketState.WAITING;
            wait.getChildren().setAll(waits ? age : StateChips.of(ticket.state()));
        }
        if (card.isNew(somebody)) {
            card.fill(somebody ? row : nobody);
        }
    }

    private String where(OrderCase shown) {
        String line = shown.line() == null ? ticket.queue() : shown.line().name();
        return ticket.position() == null ? around.texts().of("orders.at", line)
                : around.texts().of("orders.place", ticket.position(), line);
    }
}
