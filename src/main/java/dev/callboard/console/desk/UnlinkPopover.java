package dev.callboard.console.desk;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Popover;
import dev.callboard.tickets.Ticket;
import javafx.scene.Node;

/** Whether a visitor's ticket shall have its order no more. */
final class UnlinkPopover {
    private static final double WIDTH = 440;

    private final Surroundings around;
    private final DeskModel model;
    private final DeskPopovers popovers;

    UnlinkPopover(Surroundings around, DeskModel model, DeskPopovers popovers) {
        this.around = around;
        this.model = model;
        this.popovers = popovers;
    }

    void open(Node anchor, Ticket ticket) {
        var texts = around.texts();
        Popover popover = new Popover(texts.of("desk.unlink.title", ticket.code()), "", WIDTH);
        ActionButton goOn = popovers.button(texts.of("desk.unlink.go"), () -> model.unlinkOrder(ticket));
        goOn.setId("unlinkGo");
        model.question(DeskAction.UNLINK, ticket).guard(popover, goOn);
        popover.fill(Labels.wrapped(texts.of("desk.unlink.stays"), "dense", "muted"));
        popovers.open(popover, anchor, goOn, new Keymap());
        popover.requestFocus();
    }
}
