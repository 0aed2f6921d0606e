package dev.callboard.console.triage;

import java.util.ArrayList;
import java.util.List;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.console.cancel.CancelDialog;
import dev.callboard.console.cancel.CancelTarget;
import dev.callboard.console.triage.runs.BulkPopover;
import dev.callboard.console.triage.runs.BulkQuestion;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Overlay;
import dev.callboard.triage.BulkAction;
import javafx.scene.Node;

/** Retry, cancel and discard: the same three for the ticked rows, for the current job, and for their keys. */
final class TriageActions {
    private final Surroundings around;
    private final TriageModel model;
    private final Overlay overlay;
    private final CaseCommands commands;
    private final List<ActionButton> retries = new ArrayList<>();
    private final List<ActionButton> cancels = new ArrayList<>();
    private final List<ActionButton> discards = new ArrayList<>();
    /** Where a question about discarding opens: beside the first of these that is shown. */
    private final List<Node> anchors = new ArrayList<>();

    TriageActions(Surroundings around, TriageModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        this.commands = new CaseCommands(around, model);
        model.currentProperty().addListener((property, before, now) -> judge());
        model.runs().commands().inFlightProperty().addListener((property, before, now) -> judge());
        model.commands().inFlightProperty().addListener((property, before, now) -> judge());
    }

    /** Lets these buttons do the three. */
    void bind(ActionButton retry, ActionButton cancel, ActionButton discard) {
        discard.setOnAction(press -> discard());
        discard.inFlightProperty().bind(model.commands().inFlightProperty().isEqualTo("triage.discard"));
        around.rights().guard(Right.ORDERS, discard);
        discards.add(discard);
        anchors.add(discard);
        bind(retry, cancel);
    }

    /** Lets these buttons do two of them; the third stands in that menu. */
    void bind(ActionButton retry, ActionButton cancel, Node menu) {
        anchors.add(menu);
        bind(retry, cancel);
    }

    private void bind(ActionButton retry, ActionButton cancel) {
        retry.setOnAction(press -> retry());
        cancel.setOnAction(press -> cancel());
        retry.inFlightProperty().bind(model.commands().inFlightProperty().isEqualTo("triage.retry"));
        around.rights().guard(Right.RETRY, retry);
        around.rights().guard(Right.ORDERS, cancel);
        retries.add(retry);
        cancels.add(cancel);
        judge();
    }

    /** Says again what may be pressed and why not. */
    void judge() {
        String retry = against(Right.RETRY);
        String cancel = commands.reason(Right.ORDERS, true);
        String discard = against(Right.ORDERS);
        retries.forEach(button -> button.disabledReasonProperty().set(retry));
        cancels.forEach(button -> button.disabledReasonProperty().set(cancel));
        discards.forEach(button -> button.disabledReasonProperty().set(discard));
    }

    /** Why nothing that needs this right can be done to the targets now; null where it can. */
    String against(Right right) {
        return commands.reason(right, false);
    }

    void retry() {
        if (against(Right.RETRY) == null) {
            if (isMany()) {
                ask(BulkAction.RETRY, retries);
            } else {
                commands.retry(model.targets().getFirst());
            }
        }
    }

    private boolean isMany() {
        return model.targets().size() > 1;
    }

    private void ask(BulkAction action, List<? extends Node> buttons) {
        BulkQuestion question = new BulkQuestion(action, model.targets(), commands.title(),
                model.list().ticks().frozenAt());
        new BulkPopover(around, model.runs(), overlay, question, commands.bulkQuestion(action), model::clearTicks)
                .open(anchor(buttons));
    }

    void cancel() {
        if (commands.reason(Right.ORDERS, true) == null && isMany()) {
            ask(BulkAction.CANCEL, cancels);
        } else if (commands.reason(Right.ORDERS, true) == null) {
            List<CancelTarget> targets = model.targets().stream()
                    .map(job -> new CancelTarget(job.order(), job.shownNumber(), job.attempts(), job.failedAt()))
                    .toList();
            new CancelDialog(around, new CancelFromTriage(model), targets, overlay).open();
        }
    }

    void discard() {
        if (against(Right.ORDERS) == null && isMany()) {
            ask(BulkAction.DISCARD, anchors);
        } else if (against(Right.ORDERS) == null) {
            new DiscardPopover(around, commands, overlay).open(anchor(anchors), model.targets().getFirst());
        }
    }

    private static Node anchor(List<? extends Node> buttons) {
        return buttons.stream().filter(button -> button.getScene() != null && button.getParent().isVisible())
                .findFirst().orElseThrow();
    }
}
