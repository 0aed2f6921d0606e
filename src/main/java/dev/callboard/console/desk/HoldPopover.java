package dev.callboard.console.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.controlsfx.control.SegmentedButton;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Popover;
import dev.callboard.tickets.Ticket;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/** For how long a visitor is set aside, and why. */
final class HoldPopover {
    private static final int HALF_A_MINUTE = 30;
    private static final List<Integer> MINUTES = List.of(5, 10, 15, 30);
    private final Surroundings around;
    private final DeskModel model;
    private final DeskPopovers popovers;
    private Duration length;

    HoldPopover(Surroundings around, DeskModel model, DeskPopovers popovers) {
        this.around = around;
        this.model = model;
        this.popovers = popovers;
        this.length = model.rule().hold();
    }

    void open(Node anchor, Ticket ticket) {
        var texts = around.texts();
        Popover popover = new Popover(texts.of("desk.hold.title", ticket.code()), texts.of("desk.hold.aside"), 440);
        TextField reason = new TextField();
        reason.setId("holdReason");
        reason.setAccessibleText(texts.of("desk.hold.reason"));
        Label until = Labels.of("", "dense", "muted");
        ActionButton goOn = popovers.button("", () -> model.hold(ticket, length, reason.getText().isBlank() ? null
                : reason.getText().strip()));
        SegmentedButton choice = new SegmentedButton();
        for (int minutes : MINUTES) {
            ToggleButton button = new ToggleButton(texts.of("desk.hold.minutes", minutes));
            button.setFocusTraversable(true);
            button.setOnAction(press -> choose(Duration.ofMinutes(minutes), until, goOn));
            button.setSelected(length.equals(Duration.ofMinutes(minutes)));
            choice.getButtons().add(button);
        }
        choose(length, until, goOn);
        popover.fill(Popover.row(texts.of("desk.hold.for"), choice, until),
                Popover.row(texts.of("desk.hold.reason"), reason));
        model.question(DeskAction.HOLD, ticket).guard(popover, goOn);
        popovers.open(popover, anchor, goOn, new Keymap());
        reason.requestFocus();
    }

    private void choose(Duration chosen, Label until, ActionButton goOn) {
        length = chosen;
        // to the nearest minute: a visitor is told that time, and nobody comes back at half a minute
        Instant end = around.clock().nowProperty().get().plus(chosen).plusSeconds(HALF_A_MINUTE);
        until.setText(around.texts().of("desk.hold.until", around.formats().minutes(end)));
        goOn.setText(around.texts().of("desk.hold.go", chosen.toMinutes()));
    }
}
