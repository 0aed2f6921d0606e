package dev.callboard.console.desk;

import dev.callboard.console.QueueStatePopover;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Note;
import dev.callboard.parts.Overlay;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.Ticket;
import javafx.scene.Node;

/** Everything that the Desk asks or explains beside the button that was pressed. */
final class DeskQuestions {
    private final Surroundings around;
    private final DeskModel model;
    private final Overlay overlay;
    private final DeskPopovers popovers;

    DeskQuestions(Surroundings around, DeskModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        this.popovers = new DeskPopovers(overlay, around);
    }

    void hold(Node anchor, CounterSight sight) {
        new HoldPopover(around, model, popovers).open(anchor, sight.ticket());
    }

    void transfer(Node anchor, CounterSight sight) {
        new TransferPopover(around, model, popovers).open(anchor, sight);
    }

    void queueState(Node chip, Queue queue) {
        String against = model.queueQuestion().against();
        if (against != null) {
            model.commands().say(new Note(Note.Kind.INFORMATION, against));
            return;
        }
        new QueueStatePopover(around, overlay, model.queueQuestion()).open(chip, queue, queue.state(),
                (state, reason) -> model.setQueue(queue.code(), state, reason));
    }

    void link(Node anchor, CounterSight sight) {
        new LinkPopover(around, model, popovers).open(anchor, sight.ticket());
    }

    /** Asks whether the order shall go; says why not where it cannot. */
    void unlink(Node anchor, CounterSight sight) {
        String against = model.reason(DeskAction.UNLINK).get();
        if (against != null) {
            model.commands().say(new Note(Note.Kind.INFORMATION, against));
        } else {
            new UnlinkPopover(around, model, popovers).open(anchor, sight.ticket());
        }
    }

    /** Explains the order of the line. @param choose asks for somebody out of order */
    void why(Node anchor, CounterSight sight, Runnable choose) {
        Keymap keys = new Keymap();
        keys.bindEverywhere("Esc", around.texts().of("popover.back"), overlay::close);
        keys.bind("W", around.texts().of("popover.back"), overlay::close);
        keys.bind("Shift+Space", around.texts().of("desk.call_chosen"), choose);
        overlay.openPopover(new WhyPopover(around, model.rule()).popover(sight, overlay::close, choose), anchor, keys);
    }

    /** Asks for the reason to call somebody out of order; says so where nobody may be called or nobody is chosen. */
    void chosen(Node anchor, Ticket wanted) {
        overlay.close();
        String against = model.reason(DeskAction.CALL_CHOSEN).get();
        if (against == null) {
            against = wanted == null ? around.texts().of("desk.why.choose_row") : stopped(wanted);
        }
        if (against != null) {
            model.commands().say(new Note(Note.Kind.INFORMATION, against));
        } else {
            new ChosenPopover(around, model, popovers).open(anchor, wanted);
        }
    }

    private String stopped(Ticket wanted) {
        return model.sight().snapshotProperty().get().sight().stopped().stream()
                .filter(queue -> queue.code().equals(wanted.queue())).findFirst()
                .map(queue -> around.texts().of("desk.why.stopped", wanted.code(), queue.name())).orElse(null);
    }
}
