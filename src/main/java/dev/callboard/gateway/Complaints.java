package dev.callboard.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

import io.javalin.http.Context;

/** Turns what went wrong into an answer: a rule's own words, and of everything else only that it happened. */
final class Complaints {
    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);

    private Complaints() {}

    static void answer(Context context, Exception failure) {
        switch (failure) {
            case Refusal refusal -> refused(context, refusal);
            case Unavailable away -> {
                LOG.warn("{} {}: {}", context.method(), context.path(), away.getMessage());
                context.header("Retry-After", "1");
                Reply.error("unavailable", "One moment: something that is needed cannot be reached. Try again.")
                        .send(context, 503);
            }
            default -> {
                LOG.error("{} {} failed", context.method(), context.path(), failure);
                Reply.error("fault", "Something went wrong here; it has been noted.").send(context, 500);
            }
        }
    }

    private static void refused(Context context, Refusal refusal) {
        int status = status(refusal.code());
        // what nobody has set up is not there in a moment either
        if (status == 503 && !refusal.code().equals("not_set_up")) {
            context.header("Retry-After", "1");
        }
        Reply answer = Reply.error(refusal.code(), refusal.getMessage());
        if (status == 413 || status == 408) {
            RefusedBody.answer(context, answer, status);
        } else {
            answer.send(context, status);
        }
    }

    private static int status(String code) {
        return switch (code) {
            case "not_found" -> 404;
            case "invalid", "bad_signature" -> 400;
            case "too_slow" -> 408;
            case "too_large" -> 413;
            case "gate_closed", "busy", "not_set_up", "too_many_viewers" -> 503;
            default -> 409;
        };
    }
}
