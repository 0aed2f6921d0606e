package dev.callboard.console.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.audit.AuditRow;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Labels;
import dev.callboard.triage.EvidenceRow;
import dev.callboard.triage.JobCase;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What was done about a job and its order, and what was kept of it: nothing is ever taken away here. */
final class HistoryTab {
    private final Surroundings around;
    private final TriageModel model;
    private final VBox box;

    /**
     * One thing that happened.
     *
     * @param ink of its icon
     * @param detail more words, or null
     */
    private record Event(Instant at, String icon, String ink, String title, String who, String detail) {}

    HistoryTab(Surroundings around, TriageModel model, VBox box) {
        this.around = around;
        this.model = model;
        this.box = box;
    }

    void show(JobCase found) {
        List<Event> events = new ArrayList<>(found.audit().reversed().stream().map(this::event).toList());
        found.evidence().reversed().forEach(row -> events.add(event(row)));
        events.sort(Comparator.comparing(Event::at).reversed());
        List<Node> rows = new ArrayList<>();
        rows.add(bar(found));
        events.forEach(event -> rows.add(row(event)));
        if (events.isEmpty()) {
            rows.add(TabParts.quiet(around.texts().of("triage.no_history")));
        }
        box.getChildren().setAll(rows);
    }

    private Node bar(JobCase found) {
        ActionButton export = new ActionButton();
        export.setText(around.texts().of("triage.export"));
        export.setIcon("fth-download");
        export.setKind("small");
        export.setOnAction(press -> new PayloadFile(around, model).save("job-" + found.id() + ".json",
                CaseJson.of(found), box.getScene().getWindow()));
        return TabParts.bar(Labels.of(around.texts().of("triage.append_only"), "dense", "muted"), Labels.space(),
                export);
    }

    private Event event(AuditRow row) {
        String from = row.before().path("state").asText("");
        String to = row.after().path("state").asText("");
        boolean order = row.subjectKind().equals("order") && !to.isEmpty();
        String title = !order ? around.texts().named("history.act", row.action().replace('.', '_'))
                : from.isEmpty() ? around.texts().of("history.order", to)
                        : around.texts().of("history.order_moved", from, to);
        Look look = look(row.action(), to);
        String who = row.duty() == null ? row.actor() : around.texts().of("history.duty", row.actor(), row.duty());
        return new Event(row.at(), look.icon(), look.ink(), title, who, row.reason());
    }

    private record Look(String icon, String ink) {}

    private static Look look(String action, String state) {
        return switch (action) {
            case "job.edit" -> new Look("fth-edit-2", "warning-text");
            case "job.reveal" -> new Look("fth-eye", "muted");
            case "group.claim", "group.release" -> new Look("fth-user-check", "accent-text");
            case "job.retry", "order.retry" -> new Look("fth-rotate-cw", "accent-text");
            case "job.discard" -> new Look("fth-trash-2", "failed-text");
            case "order.cancel" -> new Look("fth-corner-up-left", "idle-text");
            default -> switch (state) {
                case "FAILED" -> new Look("fth-x-circle", "failed-text");
                case "PROCESSING" -> new Look("fth-play", "serving-text");
                case "PAID", "PAYMENT_PENDING" -> new Look("fth-credit-card", "success-text");
                case "COMPLETED" -> new Look("fth-check-circle", "success-text");
                case "RESERVED" -> new Look("fth-shopping-bag", "held-text");
                default -> new Look("fth-activity", "muted");
            };
        };
    }

    private Event event(EvidenceRow row) {
        JsonNode kept = row.snapshot();
        return new Event(row.at(), "fth-archive", "muted", around.texts().of("triage.evidence"), row.actor(),
                around.texts().of("triage.evidence.what", kept.path("stacktrace").size(), kept.path("logs").size()));
    }

    private Node row(Event event) {
        FontIcon icon = new FontIcon(event.icon());
        icon.getStyleClass().add(event.ink());
        Label title = Labels.of(event.title(), "dense", "semibold");
        title.setMinWidth(0);
        Label when = Labels.whole(around.formats().secondsOrDay(event.at(), around.clock().nowProperty().get()),
                "caption", "muted");
        VBox words = new VBox(3, new HBox(8, title, Labels.space(), when), Labels.of(event.who(), "dense", "muted"));
        if (event.detail() != null && !event.detail().isBlank()) {
            words.getChildren().add(Labels.wrapped(event.detail(), "dense"));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(12, icon, words);
        row.getStyleClass().add("history-row");
        return row;
    }
}
