package dev.callboard.console.triage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.orders.FulfilmentStep;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.parts.AgeBar;
import dev.callboard.parts.StateChips;
import dev.callboard.triage.JobCase;
import dev.callboard.triage.WaitingTicket;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The first tab of a job: what stands still because of it, what a retry would do, what its attempts met. */
final class Inspector {
    private static final Duration TARGET = Duration.ofMinutes(5);

    private final VBox box;
    private final Surroundings around;

    Inspector(VBox box, Surroundings around) {
        this.box = box;
        this.around = around;
    }

    void show(JobCase found) {
        List<Node> rows = new ArrayList<>();
        if (found.order() != null) {
            rows.add(facts(found));
            rows.add(retryNote(found));
        } else {
            rows.add(note("fth-info", around.texts().of("triage.foreign")));
        }
        rows.add(attemptsHead(found));
        rows.addAll(attempts(found));
        box.getChildren().setAll(rows);
    }

    private Node facts(JobCase found) {
        Order order = found.order().order();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts-grid");
        grid.add(fact("triage.fact.stake", strong(stake(found)), "left", "top"), 0, 0);
        HBox number = new HBox(8, strong(String.valueOf(order.number())), StateChips.of(order.state()));
        number.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        grid.add(fact("triage.fact.order", number, "top"), 1, 0);
        grid.add(fact("triage.fact.customer", strong(order.customer()), "left"), 0, 1);
        grid.add(waiting(found), 1, 1);
        grid.getColumnConstraints().addAll(half(), half());
        return grid;
    }

    private String stake(JobCase found) {
        boolean captured = found.around().captured().signum() > 0;
        return captured ? around.texts().of("triage.fact.captured", around.formats().money(found.around().captured()))
                : around.formats().money(found.order().order().total());
    }

    /** Who waits because of it, or when it failed. */
    private Node waiting(JobCase found) {
        WaitingTicket ticket = found.around().ticket();
        if (ticket == null) {
            return fact("triage.fact.failed", strong(around.formats().secondsOrDay(found.order().order().failedAt(),
                    around.clock().nowProperty().get())));
        }
        AgeBar age = new AgeBar();
        age.show(around.clock().since(ticket.joinedAt()), TARGET, TARGET.multipliedBy(2));
        HBox who = new HBox(8, Labels.whole(ticket.code(), "semibold", "accent-text"), age);
        who.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return named(around.texts().of("triage.fact.waits", ticket.queue()), who);
    }

    private static javafx.scene.layout.ColumnConstraints half() {
        var half = new javafx.scene.layout.ColumnConstraints();
        half.setPercentWidth(50);
        return half;
    }

    private Node fact(String key, Node value, String... edges) {
        return named(around.texts().of(key), value, edges);
    }

    private static Node named(String what, Node value, String... edges) {
        VBox fact = new VBox(Labels.of(what, "dense", "muted"), value);
        fact.getStyleClass().add("fact");
        fact.getStyleClass().addAll(edges);
        return fact;
    }

    private Node retryNote(JobCase found) {
        if (found.order().order().state() != OrderState.FAILED) {
            return note("fth-info", around.texts().of("triage.moved_order", found.order().order().state()));
        }
        List<String> todo = names(found.order().steps(), false);
        List<String> done = names(found.order().steps(), true);
        return note("fth-rotate-cw", done.isEmpty() ? around.texts().of("triage.retry_runs_all")
                : around.texts().of("triage.retry_runs", String.join(", ", todo), String.join(", ", done)));
    }

    private List<String> names(List<FulfilmentStep> steps, boolean done) {
        return steps.stream().filter(step -> (step.doneAt() != null) == done)
                .map(step -> around.texts().named("step", step.name())).toList();
    }

    private static Node note(String icon, String text) {
        Label words = new Label(text);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox note = new HBox(new FontIcon(icon), words);
        note.getStyleClass().add("note");
        return note;
    }

    private Node attemptsHead(JobCase found) {
        Label title = Labels.of(around.texts().of("triage.attempts"), "dense", "semibold", "muted");
        Label how = Labels.of(around.texts().of("triage.attempts.order"), "dense", "muted");
        return new HBox(title, Labels.space(), how);
    }

    private List<Node> attempts(JobCase found) {
        JobSnapshot job = found.job();
        if (job == null || job.attemptsMade() == 0) {
            Label none = Labels.of(around.texts().of(job == null ? "triage.lost" : "triage.no_attempt"), "dense",
                    "muted");
            none.setWrapText(true);
            return List.of(none);
        }
        List<Node> rows = new ArrayList<>();
        int known = job.stacktrace().size();
        AttemptTimes times = new AttemptTimes(found);
        for (int attempt = job.attemptsMade(); attempt >= 1; attempt--) {
            int trace = known - 1 - (job.attemptsMade() - attempt);
            boolean last = attempt == job.attemptsMade();
            String error = trace >= 0 && trace < known ? TriageWords.message(job.stacktrace().get(trace))
                    : last ? job.failedReason() : null;
            AttemptTimes.Time time = times.of(attempt);
            String at = last ? failedAt(found) : time == null ? "" : around.formats().seconds(time.at());
            rows.add(attempt(attempt, job, error, new When(at, time == null ? null : time.waited())));
        }
        return rows;
    }

    /** When it failed for good: for an order's job, as Postgres says. */
    private String failedAt(JobCase found) {
        return around.formats().seconds(found.order() != null && found.order().order().failedAt() != null
                ? found.order().order().failedAt()
                : found.job().finishedAt());
    }

    /** When an attempt failed. @param waited until the next one; null where that is not known */
    private record When(String at, Duration waited) {}

    private Node attempt(int number, JobSnapshot job, String error, When when) {
        boolean last = number == job.attemptsMade();
        Region bead = new Region();
        bead.getStyleClass().add("bead");
        Region rope = new Region();
        rope.getStyleClass().add("rope");
        rope.setVisible(number > 1);
        VBox.setVgrow(rope, Priority.ALWAYS);
        VBox string = new VBox(4, bead, rope);
        string.setAlignment(javafx.geometry.Pos.TOP_CENTER);
        string.setPadding(new javafx.geometry.Insets(4, 0, 0, 0));
        Label title = Labels.of(around.texts().of("triage.attempt", number, job.attemptsMade()), "dense", "semibold");
        Label at = Labels.whole(when.at(), "dense", "muted");
        Label what = Labels.of(error == null ? around.texts().of("triage.error_not_kept") : error, "dense",
                error == null ? "muted" : "failed-text");
        what.setWrapText(true);
        VBox words = new VBox(2, new HBox(title, Labels.space(), at), what);
        if (last) {
            Label end = Labels.of(around.texts().of("triage.then_failed"), "caption", "muted");
            words.getChildren().add(end);
        } else if (when.waited() != null && when.waited().toSeconds() > 0) {
            words.getChildren().add(Labels.of(around.texts().of("triage.then_waited", when.waited().toSeconds()),
                    "caption", "muted"));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(string, words);
        row.getStyleClass().add("attempt");
        if (last) {
            row.getStyleClass().add("last");
        }
        return row;
    }

    private static Label strong(String text) {
        Label label = Labels.of(text, "semibold");
        return label;
    }
}
