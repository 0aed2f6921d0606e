package dev.callboard.console.triage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.callboard.console.ErrorWords;
import dev.callboard.console.Surroundings;
import dev.callboard.jobs.ErrorFingerprint;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.parts.Labels;
import dev.callboard.parts.SpanWords;
import dev.callboard.triage.JobCase;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The attempts of a job on a string of beads, newest first: what each met, how long it took, who tried, what followed. */
final class AttemptRows {
    private static final String BETWEEN = "  ·  ";

    private final Surroundings around;

    AttemptRows(Surroundings around) {
        this.around = around;
    }

    List<Node> of(JobCase found) {
        AttemptTimes times = new AttemptTimes(found);
        List<Node> rows = new ArrayList<>(List.of(head(times)));
        JobSnapshot job = found.job();
        if (job == null || job.attemptsMade() == 0) {
            rows.add(Labels.wrapped(around.texts().of(job == null ? "triage.lost" : "triage.no_attempt"), "dense",
                    "muted"));
            return rows;
        }
        for (int attempt = job.attemptsMade(); attempt >= 1; attempt--) {
            rows.add(row(attempt, found, times.of(attempt)));
        }
        return rows;
    }

    private Node head(AttemptTimes times) {
        Duration inAll = times.inAll();
        String order = around.texts().of("triage.attempts.order");
        return new HBox(Labels.of(around.texts().of("triage.attempts"), "dense", "semibold", "muted"), Labels.space(),
                Labels.of(inAll == null ? order
                        : around.texts().of("triage.attempts.in_all", new SpanWords(around.texts()).of(inAll)),
                        "caption", "muted"));
    }

    private Node row(int attempt, JobCase found, AttemptTimes.Time time) {
        JobSnapshot job = found.job();
        boolean last = attempt == job.attemptsMade();
        String error = error(job, attempt);
        String at = last ? failedAt(found) : time == null ? "" : around.formats().seconds(time.at());
        Label title = Labels.of(around.texts().of("triage.attempt", attempt, job.attemptsMade()), "dense", "semibold");
        VBox words = new VBox(2, new HBox(title, Labels.space(), Labels.whole(at, "dense", "muted")),
                what(error, attempt > 1 && isOther(error, error(job, attempt - 1))));
        String how = how(time);
        if (last) {
            Label then = Labels.whole(around.texts().of("triage.then_failed"), "caption", "medium", "muted");
            words.getChildren().add(how.isEmpty() ? then
                    : new HBox(Labels.of(how + BETWEEN, "caption", "muted"), then));
        } else if (!how.isEmpty()) {
            words.getChildren().add(Labels.of(how, "caption", "muted"));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(beads(attempt > 1), words);
        row.getStyleClass().add("attempt");
        if (last) {
            row.getStyleClass().add("last");
        }
        return row;
    }

    /** @param other true where the attempt before met something else */
    private Label what(String error, boolean other) {
        Label what = Labels.wrapped(error == null ? around.texts().of("triage.error_not_kept")
                : ErrorWords.brief(error), "dense", error == null ? "muted" : "failed-text");
        if (other) {
            what.getStyleClass().add("medium");
            what.setAccessibleText(around.texts().of("triage.attempt.other", what.getText()));
        }
        if (error != null) {
            Labels.tip(what, error);
        }
        return what;
    }

    private static boolean isOther(String error, String before) {
        return error != null && before != null
                && !ErrorFingerprint.of(ErrorWords.brief(error))
                        .equals(ErrorFingerprint.of(ErrorWords.brief(before)));
    }

    private static String error(JobSnapshot job, int attempt) {
        int known = job.stacktrace().size();
        int trace = known - 1 - (job.attemptsMade() - attempt);
        return trace >= 0 && trace < known ? TriageWords.message(job.stacktrace().get(trace))
                : attempt == job.attemptsMade() ? job.failedReason() : null;
    }

    private String how(AttemptTimes.Time time) {
        List<String> said = new ArrayList<>();
        if (time != null && time.took() != null) {
            String took = String.format(around.texts().locale(), "%.1f", time.took().toMillis() / 1_000.0);
            said.add(time.worker() == null ? around.texts().of("triage.took", took)
                    : around.texts().of("triage.took_on", took, time.worker()));
        }
        if (time != null && time.waited() != null && time.waited().toMillis() > 0) {
            said.add(around.texts().of("triage.then_waited", Math.round(time.waited().toMillis() / 1_000.0)));
        }
        return String.join(BETWEEN, said);
    }

    private static Node beads(boolean goesOn) {
        Region bead = new Region();
        bead.getStyleClass().add("bead");
        Region rope = new Region();
        rope.getStyleClass().add("rope");
        rope.setVisible(goesOn);
        VBox.setVgrow(rope, Priority.ALWAYS);
        VBox string = new VBox(4, bead, rope);
        string.setAlignment(Pos.TOP_CENTER);
        string.setPadding(new Insets(4, 0, 0, 3));
        return string;
    }

    /** When it failed for good: for an order's job, as Postgres says. */
    private String failedAt(JobCase found) {
        return around.formats().seconds(found.order() != null && found.order().order().failedAt() != null
                ? found.order().order().failedAt()
                : found.job().finishedAt());
    }
}
