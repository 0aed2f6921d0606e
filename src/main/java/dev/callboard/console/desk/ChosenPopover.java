package dev.callboard.console.desk;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Popover;
import dev.callboard.tickets.Ticket;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** Why somebody is called out of order. */
final class ChosenPopover {
    private final Surroundings around;
    private final DeskModel model;
    private final DeskPopovers popovers;

    ChosenPopover(Surroundings around, DeskModel model, DeskPopovers popovers) {
        this.around = around;
        this.model = model;
        this.popovers = popovers;
    }

    void open(Node anchor, Ticket ticket) {
        var texts = around.texts();
        Popover popover = new Popover(texts.of("desk.chosen.title", ticket.code()), texts.of("desk.chosen.aside"),
                440);
        TextField reason = new TextField();
        reason.setId("chosenReason");
        reason.setAccessibleText(texts.of("desk.chosen.reason"));
        ActionButton goOn = popovers.button(texts.of("desk.chosen.go", ticket.code()),
                () -> model.callChosen(ticket.id(), reason.getText().strip()));
        goOn.setId("callChosen");
        model.question(DeskAction.CALL_CHOSEN, null).guard(popover, goOn,
                () -> reason.getText().isBlank() ? texts.of("desk.chosen.reason_needed") : null,
                reason.textProperty());
        popover.fill(Popover.row(texts.of("desk.chosen.reason"), reason),
                Labels.wrapped(texts.of("desk.chosen.audited"), "caption", "muted"));
        popovers.open(popover, anchor, goOn, new Keymap());
        reason.requestFocus();
    }
}
