package dev.callboard.console.triage;

import java.util.ArrayList;
import java.util.List;

import dev.callboard.audit.AuditRow;
import dev.callboard.parts.Labels;
import dev.callboard.console.Surroundings;
import dev.callboard.orders.FulfilmentStep;
import dev.callboard.orders.OrderDetails;
import dev.callboard.orders.OrderLine;
import dev.callboard.triage.JobCase;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The other tabs of a job: what it carries, what it met, its order, and what was done about it. */
final class CaseTabs {
    private final Surroundings around;

    CaseTabs(Surroundings around) {
        this.around = around;
    }

    List<Node> order(JobCase found) {
        OrderDetails details = found.order();
        if (details == null) {
            return List.of(quiet("triage.no_order_here"));
        }
        List<Node> rows = new ArrayList<>();
        rows.add(head("triage.steps"));
        details.steps().forEach(step -> rows.add(step(step)));
        rows.add(head("triage.lines"));
        details.order().lines().forEach(line -> rows.add(line(line)));
        return rows;
    }

    private Node step(FulfilmentStep step) {
        boolean done = step.doneAt() != null;
        var icon = new org.kordamp.ikonli.javafx.FontIcon(
                done ? "fth-check-circle" : step.error() != null ? "fth-x-circle" : "fth-clock");
        icon.getStyleClass().add(done ? "success-text" : step.error() != null ? "failed-text" : "muted");
        Label name = Labels.of(around.texts().named("step", step.name()), "dense", "semibold");
        Label what = Labels.of(done ? String.valueOf(step.note() == null ? "" : step.note())
                : step.error() == null ? "" : step.error(), "dense", "muted");
        what.setWrapText(true);
        VBox words = new VBox(name, what);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label when = Labels.whole(
                done ? around.formats().seconds(step.doneAt()) : around.texts().of("triage.tries", step.attempts()),
                "dense", "muted");
        return new HBox(12, icon, words, when);
    }

    private Node line(OrderLine line) {
        Label product = Labels.of(line.product(), "dense", "medium");
        product.setMinWidth(0);
        Label units = Labels.whole(around.texts().of("triage.line", line.quantity(), line.shipped()), "dense", "muted");
        return new HBox(12, product, Labels.space(), units);
    }

    List<Node> history(JobCase found) {
        List<Node> rows = new ArrayList<>();
        for (AuditRow row : found.audit().reversed()) {
            rows.add(historyRow(row.action() + states(row), row.at(), row.actor()
                    + (row.duty() == null ? "" : " (" + row.duty() + ")"), row.reason()));
        }
        found.evidence().reversed().forEach(row -> rows.add(historyRow(
                around.texts().of("triage.evidence", row.cause()), row.at(), row.actor(), row.error())));
        return rows.isEmpty() ? List.of(quiet("triage.no_history")) : rows;
    }

    private static String states(AuditRow row) {
        String before = row.before().path("state").asText("");
        String after = row.after().path("state").asText("");
        return after.isEmpty() ? "" : before.isEmpty() ? ": " + after : ": " + before + " → " + after;
    }

    private Node historyRow(String what, java.time.Instant at, String who, String why) {
        Label title = Labels.of(what, "dense", "semibold");
        title.setMinWidth(0);
        Label when = Labels.whole(around.formats().secondsOrDay(at, around.clock().nowProperty().get()), "dense",
                "muted");
        Label actor = Labels.of(who, "dense", "muted");
        VBox row = new VBox(new HBox(8, title, Labels.space(), when), actor);
        if (why != null && !why.isBlank()) {
            Label reason = Labels.of(why, "dense");
            reason.setWrapText(true);
            row.getChildren().add(reason);
        }
        row.getStyleClass().add("history-row");
        return row;
    }

    private Label head(String key) {
        Label label = Labels.of(around.texts().of(key), "dense", "semibold", "muted");
        return label;
    }

    private Label quiet(String key) {
        Label label = Labels.of(around.texts().of(key), "dense", "muted");
        label.setWrapText(true);
        return label;
    }
}
