package dev.callboard.console.triage;

import java.util.List;
import java.util.function.Function;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Note;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.FailureGroup;
import dev.callboard.triage.JobKey;

/** What may be done to one job, or to the ticked ones, and whether it may. */
final class CaseCommands {
    private final Surroundings around;
    private final TriageModel model;

    CaseCommands(Surroundings around, TriageModel model) {
        this.around = around;
        this.model = model;
    }

    /** Runs the current job again. */
    void retry() {
        act("triage.retry", job -> job.seen() == null ? model.shop().actions().retry(key(job))
                : model.shop().actions().retry(key(job), job.seen()));
    }

    /** Removes the current job for good. */
    void discard(String reason) {
        act("triage.discard", job -> model.shop().actions().discard(key(job), reason));
    }

    private static JobKey key(FailedJob job) {
        return new JobKey(job.queue(), job.id());
    }

    private void act(String name, Function<FailedJob, ActionResult> action) {
        FailedJob target = model.targets().getFirst();
        model.commands().run(name, () -> action.apply(target), result -> {
            model.commands().say(new Note(
                    result.result().isSuccess() ? Note.Kind.INFORMATION : Note.Kind.WARNING, result.message()));
            model.clearTicks();
            model.sight().readNow();
        });
    }

    /** Why nothing can be done to the targets; null where it can. */
    String reason(boolean needsOrder) {
        if (around.rights().against(Right.ORDERS) != null) {
            return around.rights().against(Right.ORDERS);
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
