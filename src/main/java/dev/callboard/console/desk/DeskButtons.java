package dev.callboard.console.desk;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.TicketState;
import javafx.beans.binding.Bindings;

/** Ties each act of the Desk to its button and its key; one at a time is under way. */
final class DeskButtons {
    private final Surroundings around;
    private final DeskModel model;
    private final Keymap keys;
    private final Map<DeskAction, ActionButton> buttons = new EnumMap<>(DeskAction.class);
    private final Set<String> lettered = new HashSet<>();

    /** @param keys of the screen */
    DeskButtons(Surroundings around, DeskModel model, Keymap keys) {
        this.around = around;
        this.model = model;
        this.keys = keys;
    }

    /** The main action; its key is also the way back to a counter that was taken. */
    void bindMain(ActionButton callNext, LostCounterCard lost) {
        tie(DeskAction.CALL_NEXT, callNext, model::callNext);
        keys.bind("Space", around.texts().of(DeskAction.CALL_NEXT.key()),
                () -> (lost.isShown() ? lost.takeBack() : callNext).fire());
    }

    void bind(DeskAction action, ActionButton button, String key, Runnable act) {
        tie(action, button, act);
        keys.bind(key, around.texts().of(action.key()), button::fire);
    }

    void bindLink(ActionButton link, Runnable act) {
        link.setText(around.texts().of("desk.link"));
        link.setIcon("fth-link");
        link.setKeys("L");
        link.setKind("flat small");
        bind(DeskAction.LINK, link, "L", act);
    }

    void bindGotIt(MessageNote note) {
        ActionButton gotIt = note.gotIt();
        gotIt.setText(around.texts().of(DeskAction.GOT_IT.key()));
        gotIt.setIcon("fth-check");
        gotIt.setKeys("G");
        gotIt.setKind("small");
        bind(DeskAction.GOT_IT, gotIt, "G", () -> model.gotIt(note.shown().id()));
    }

    private void tie(DeskAction action, ActionButton button, Runnable act) {
        var inFlight = model.commands().inFlightProperty();
        button.setOnAction(press -> act.run());
        button.inFlightProperty().bind(inFlight.isEqualTo(action.key()));
        button.disabledReasonProperty().bind(Bindings.createStringBinding(
                () -> inFlight.get() == null ? model.reason(action).get() : around.texts().of("desk.why.in_flight"),
                inFlight, model.reason(action)));
        around.rights().guard(Right.TICKETS, button);
        buttons.put(action, button);
    }

    /** A queue of one letter opens by it; which queues there are is known only once they are read. */
    void bindChips(List<Queue> queues, Consumer<String> press) {
        queues.stream().map(Queue::code).filter(code -> hasKey(code) && lettered.add(code))
                .forEach(code -> keys.bind("Alt+" + code, around.texts().of("desk.queue.key", code),
                        () -> press.accept(code)));
    }

    /** Whether the state of that queue opens by a key. */
    static boolean hasKey(String code) {
        return code.matches("[A-Z]");
    }

    /** Moves the emphasis to what comes next. @param state of the visitor here, or null while nobody is */
    void emphasize(TicketState state) {
        buttons.get(DeskAction.CALL_NEXT).setEmphasized(state == null);
        buttons.get(DeskAction.START).setEmphasized(state == TicketState.CALLED);
        buttons.get(DeskAction.FINISH).setEmphasized(state == TicketState.SERVING);
    }
}
