package dev.callboard.console.triage;

import java.util.List;
import java.util.function.Function;

import dev.callboard.console.GoOn;
import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Note;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.BulkAction;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.FailureGroup;

/** What may be done to one job, or to the ticked ones, and whether it may. */
final class CaseCommands {
    private final Surroundings around;
    private final TriageModel model;

    CaseCommands(Surroundings around, TriageModel model) {
        this.around = around;
        this.model = model;
    }

    /** Runs this job again. */
    void retry(FailedJob seen) {
        act("triage.retry", seen, job -> job.seen() == null ? model.shop().actions().retry(job.key())
                : model.shop().actions().retry(job.key(), job.seen()));
    }

    /** Removes this job for good. */
    void discard(FailedJob seen, String reason) {
        act("triage.discard", seen, job -> model.shop().actions().discard(job.key(), reason));
    }

    private void act(String name, FailedJob target, Function<FailedJob, ActionResult> action) {
        String gone = gone(target);
        if (gone != null) {
            model.commands().say(new Note(Note.Kind.WARNING, gone));
            return;
        }
        model.commands().run(name, () -> action.apply(target), result -> {
            model.commands().say(new Note(
                    result.result().isSuccess() ? Note.Kind.INFORMATION : Note.Kind.WARNING, result.message()));
            model.clearTicks();
            model.sight().readNow();
        });
    }

    /** Why what needs this right cannot be done to the targets; null where it can. @param needsOrder of every target */
    String reason(Right right, boolean needsOrder) {
        if (around.rights().against(right) != null) {
            return around.rights().against(right);
        }
        if (model.sight().staleProperty().get()) {
            return around.texts().of("desk.why.stale");
        }
        if (model.commands().inFlightProperty().get() != null) {
            return around.texts().of("desk.why.in_flight");
        }
        List<FailedJob> targets = model.targets();
        if (targets.isEmpty()) {
            return around.texts().of("triage.why.nothing_chosen");
        }
        boolean broken = needsOrder && targets.stream().anyMatch(job -> job.order() == null);
        return broken ? around.texts().of("triage.why.no_order") : null;
    }

    /** Whether a question about this job may still be answered with yes. */
    GoOn question(Right right, FailedJob seen) {
        return GoOn.within(around, right, model.sight(), model.commands()).unless(() -> gone(seen),
                model.sight().snapshotProperty());
    }

    /** Whether a question about many jobs may still be answered with yes; each is judged by itself when its turn comes. */
    GoOn bulkQuestion(BulkAction action) {
        return GoOn.within(around, action == BulkAction.RETRY ? Right.RETRY : Right.ORDERS, model.sight(),
                model.runs().commands());
    }

    private String gone(FailedJob seen) {
        TriageSnapshot now = model.sight().snapshotProperty().get();
        return now != null && now.has(seen) ? null : around.texts().of("why.gone", seen.shownNumber());
    }

    /** What the targets are, in a few words: the search, the kind of error, the queue. */
    String title() {
        TriageFilter filter = model.filter();
        if (filter.groups().size() == 1 && filter.typed().isBlank()) {
            return model.sight().snapshotProperty().get().group(filter.groups().iterator().next())
                    .map(FailureGroup::error).orElse(around.texts().of("triage.filter.all"));
        }
        if (!filter.typed().isBlank()) {
            return filter.typed();
        }
        return filter.queue() == null ? around.texts().of("triage.filter.all") : filter.queue();
    }
}
