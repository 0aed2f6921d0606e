package dev.callboard.console.triage;

import dev.callboard.console.ErrorWords;
import dev.callboard.parts.Texts;
import dev.callboard.triage.FailedJob;

/** What stands in a row's fields, also where the job is broken. */
final class TriageWords {
    private TriageWords() {}

    static String error(FailedJob job, Texts texts) {
        if (job.missing()) {
            return texts.of("triage.missing");
        }
        return job.error() == null || job.error().isBlank() ? texts.of("triage.no_error")
                : ErrorWords.brief(ErrorWords.firstLine(job.error()));
    }

    static String order(FailedJob job, Texts texts) {
        return job.order() == null ? texts.of("triage.no_order") : String.valueOf(job.order().number());
    }

    static String customer(FailedJob job) {
        return job.order() == null ? "" : job.order().customer();
    }

    /** Attempts made; a job that used them all up says so. */
    static String tries(FailedJob job) {
        return job.missing() ? "" : job.order() == null ? String.valueOf(job.attempts())
                : job.attempts() + "/" + job.attempts();
    }

    /** What a stack trace says first, without the name of the exception's class. */
    static String message(String stack) {
        return ErrorWords.firstLine(stack).replaceFirst("^([\\w$]+\\.)+[\\w$]+: ", "");
    }

    /** The short name of an exception's class, with its message. */
    static String className(String cause) {
        return cause.replaceFirst("^([\\w$]+\\.)+", "");
    }
}
