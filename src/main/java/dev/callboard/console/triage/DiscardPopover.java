package dev.callboard.console.triage;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import dev.callboard.triage.FailedJob;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Why a job is removed for good. */
final class DiscardPopover {
    private final Surroundings around;
    private final CaseCommands commands;
    private final Overlay overlay;

    DiscardPopover(Surroundings around, CaseCommands commands, Overlay overlay) {
        this.around = around;
        this.commands = commands;
        this.overlay = overlay;
    }

    /** @param job what is asked about, whatever is in view by then */
    void open(Node anchor, FailedJob job) {
        var texts = around.texts();
        Popover popover = new Popover(texts.of("triage.discard.title", 1), "", 420);
        TextField reason = new TextField();
        reason.setId("discardReason");
        reason.setAccessibleText(texts.of("triage.reason"));
        Label what = Labels.of(texts.of("triage.discard.what"), "dense", "muted");
        what.setWrapText(true);
        ActionButton back = new ActionButton();
        back.setText(texts.of("popover.back"));
        back.setKeys(texts.named("key", "Esc"));
        back.setOnAction(press -> overlay.close());
        ActionButton goOn = new ActionButton();
        goOn.setText(texts.of("triage.discard.go"));
        goOn.setKeys(texts.named("key", "Enter"));
        goOn.setKind("danger");
        commands.question(Right.ORDERS, job).guard(popover, goOn,
                () -> reason.getText().isBlank() ? texts.of("triage.reason_needed") : null, reason.textProperty());
        goOn.setOnAction(press -> {
            overlay.close();
            commands.discard(job, reason.getText().strip());
        });
        popover.fill(what, Popover.row(texts.of("triage.reason"), reason));
        popover.buttons(back, goOn);
        overlay.openPopover(popover, anchor,
                new Keymap().bindEverywhere("Esc", texts.of("popover.back"), overlay::close)
                        .bindEverywhere("Enter", texts.of("triage.discard.go"), goOn::fire));
        reason.requestFocus();
    }
}
