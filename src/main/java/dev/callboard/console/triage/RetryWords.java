package dev.callboard.console.triage;

import java.util.List;

import dev.callboard.orders.FulfilmentStep;
import dev.callboard.parts.Phrase;
import dev.callboard.parts.Texts;
import dev.callboard.triage.JobCase;

/** What a retry of an order's job would run, and what stays done. */
final class RetryWords {
    private RetryWords() {}

    /** The sentence, with {@link Phrase#NAME} in the place of the steps that would run; none where all of them would. */
    static String sentence(JobCase found, Texts texts) {
        List<FulfilmentStep> done = steps(found, true);
        return done.isEmpty() ? texts.of("triage.retry_runs_all")
                : texts.of("triage.retry_runs", Phrase.NAME, found.around().attempts(), names(done, texts),
                        done.size());
    }

    /** The steps that would run. */
    static String todo(JobCase found, Texts texts) {
        return names(steps(found, false), texts);
    }

    private static List<FulfilmentStep> steps(JobCase found, boolean done) {
        return found.order().steps().stream().filter(step -> (step.doneAt() != null) == done).toList();
    }

    private static String names(List<FulfilmentStep> steps, Texts texts) {
        return steps.stream().map(step -> texts.named("step", step.name()))
                .reduce((before, next) -> texts.of("triage.and", before, next)).orElse("");
    }
}
