package dev.callboard.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.callboard.refusals.Refusal;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.JobCase;
import dev.callboard.triage.JobKey;
import dev.callboard.triage.JobNames;

/** The jobs of one queue as a command line names them: by id, or by the number that screens show. */
final class NamedJobs {
    private static final int MOST_NAMED = 3;

    private final Session session;
    private final String queue;
    private final JobNames names;

    NamedJobs(Session session, String queue) {
        this.session = session;
        this.queue = queue;
        this.names = session.shop().jobNames();
    }

    /** @throws Refusal {@code not_found}, saying to people which other queues have a job of that name */
    JobCase show(String name) {
        try {
            return session.shop().jobs().show(queue, names.ids(queue, List.of(name)).getFirst());
        } catch (Refusal missing) {
            List<String> elsewhere = missing.code().equals("not_found") ? elsewhere(name) : List.of();
            throw elsewhere.isEmpty() ? missing : new Refusal(missing.code(), missing.getMessage() + told(elsewhere));
        }
    }

    /** Acts on each, one by one. @param wanted what is to become of them */
    Answer act(List<String> named, ActionResult.Result wanted, Function<JobKey, ActionResult> act) {
        List<String> ids = names.ids(queue, named);
        BatchProgress progress = session.progress(ids.size());
        return answer(progress.each(ids, id -> act.apply(new JobKey(queue, id))), wanted, progress);
    }

    /** What was done to each. @param progress of the work, which may have been stopped */
    Answer answer(List<ActionResult> results, ActionResult.Result wanted, BatchProgress progress) {
        Map<String, Long> numbers = names.numbers(queue, results.stream().map(ActionResult::id).toList());
        return JobAnswer.of(results.size() == 1 ? List.of(located(results.getFirst())) : results, wanted, progress,
                numbers);
    }

    /** The only one that was named may stand in another queue. */
    private ActionResult located(ActionResult result) {
        List<String> elsewhere = result.result() == ActionResult.Result.GONE ? elsewhere(result.id()) : List.of();
        return elsewhere.isEmpty() ? result
                : new ActionResult(result.id(), result.result(), result.message() + told(elsewhere), result.returned(),
                        result.released(), result.pending());
    }

    /** Said to people: a program knows what it named, and all keys of Redis are looked through for this. */
    private List<String> elsewhere(String name) {
        return session.options().isJson() ? List.of() : names.elsewhere(queue, name);
    }

    private static String told(List<String> queues) {
        String more = queues.size() > MOST_NAMED ? " and " + (queues.size() - MOST_NAMED) + " more" : "";
        return " A job of that name is in "
                + String.join(", ", queues.subList(0, Math.min(MOST_NAMED, queues.size()))) + more + ".";
    }
}
