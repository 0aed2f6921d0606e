package dev.callboard.console.desk;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Popover;
import dev.callboard.tickets.Ticket;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** Which order a visitor has come for. */
final class LinkPopover {
    private final Surroundings around;
    private final DeskModel model;
    private final DeskPopovers popovers;

    LinkPopover(Surroundings around, DeskModel model, DeskPopovers popovers) {
        this.around = around;
        this.model = model;
        this.popovers = popovers;
    }

    void open(Node anchor, Ticket ticket) {
        var texts = around.texts();
        Popover popover = new Popover(texts.of("desk.link.title", ticket.code()), texts.of("desk.link.aside"), 440);
        TextField order = new TextField();
        order.setId("linkOrder");
        order.setAccessibleText(texts.of("desk.link.order"));
        ActionButton goOn = popovers.button(texts.of("desk.link.go"),
                () -> model.linkOrder(ticket, order.getText().strip()));
        model.question(DeskAction.LINK, ticket).guard(popover, goOn,
                () -> order.getText().isBlank() ? texts.of("desk.link.needed") : null, order.textProperty());
        popover.fill(Popover.row(texts.of("desk.link.order"), order));
        popovers.open(popover, anchor, goOn, new Keymap());
        order.requestFocus();
    }
}
