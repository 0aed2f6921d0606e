package dev.callboard.console.triage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.callboard.console.GoOn;
import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Note;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Segments;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobCase;
import dev.callboard.triage.JobKey;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a job carries: as a tree or raw, and changed for another try. */
final class PayloadTab {
    private static final int MOST_SHOWN = 256 * 1_024;

    private final Surroundings around;
    private final TriageModel model;
    private final VBox box;
    private final List<String> revealed = new ArrayList<>();
    private String shownFor = "";
    private JobCase found;
    private boolean raw;
    private TextArea editing;

    PayloadTab(Surroundings around, TriageModel model, VBox box) {
        this.around = around;
        this.model = model;
        this.box = box;
    }

    void show(JobCase now) {
        String id = now.queue() + "/" + now.id();
        if (!id.equals(shownFor)) {
            shownFor = id;
            revealed.clear();
            editing = null;
        }
        found = now;
        if (editing == null) {
            draw();
        }
    }

    /** Nothing is read of the job in view yet: what was typed for another one must not reach it. */
    void clear() {
        shownFor = "";
        found = null;
        editing = null;
        box.getChildren().clear();
    }

    private void draw() {
        JobSnapshot job = found.job();
        if (job == null || job.data() == null) {
            box.getChildren().setAll(TabParts.quiet(around.texts().of("triage.payload.none")));
            return;
        }
        List<Node> data = new ArrayList<>();
        if (!job.isDataJson()) {
            data.add(Labels.of(around.texts().of("triage.payload.not_json"), "dense", "muted"));
        }
        boolean large = job.data().length() > MOST_SHOWN;
        if (raw || large || !job.isDataJson()) {
            data.add(lines(large ? job.data().substring(0, MOST_SHOWN) : PayloadLines.pretty(job.data())));
        } else {
            data.add(tree(job));
        }
        if (large) {
            data.add(Labels.wrapped(around.texts().of("triage.payload.first"), "dense", "muted"));
        }
        List<Node> rows = new ArrayList<>(List.of(bar(job), TabParts.part(data)));
        if (job.opts() != null && !large) {
            rows.add(TabParts.part(around.texts().of("triage.payload.options"),
                    List.of(Labels.wrapped(PayloadLines.pretty(job.opts()), "code-area"))));
        }
        box.getChildren().setAll(rows);
    }

    private Node bar(JobSnapshot job) {
        var texts = around.texts();
        Segments<Boolean> which = new Segments<>();
        which.add(false, texts.of("triage.payload.tree"));
        which.add(true, texts.of("triage.payload.raw"));
        which.select(raw);
        which.onChoose(chosen -> {
            raw = chosen;
            draw();
        });
        int bytes = job.data().getBytes(StandardCharsets.UTF_8).length;
        Label size = Labels.whole(texts.of("triage.payload.size", String.format("%.1f", bytes / 1_000.0)), "dense",
                "muted");
        ActionButton act = new ActionButton();
        act.setKind("small");
        if (job.data().length() > MOST_SHOWN) {
            act.setText(texts.of("triage.payload.save"));
            act.setIcon("fth-download");
            act.setOnAction(press -> new PayloadFile(around, model).save("job.json", job.data(),
                    box.getScene().getWindow()));
        } else {
            act.setText(texts.of("triage.payload.edit"));
            act.setIcon("fth-edit-2");
            act.setKeys("E");
            mayRetry().guard(act);
            act.setOnAction(press -> edit());
        }
        return TabParts.bar(which, Labels.space(), size, act);
    }

    private GoOn mayRetry() {
        return GoOn.within(around, Right.RETRY, model.sight(), model.commands());
    }

    private static Node lines(String text) {
        ListView<String> lines = new ListView<>();
        lines.getItems().setAll(text.lines().toList());
        lines.getStyleClass().add("raw-lines");
        lines.setPrefHeight(420);
        return lines;
    }

    private Node tree(JobSnapshot job) {
        VBox lines = new VBox();
        for (PayloadLines.Line line : PayloadLines.tree(job.data(), revealed)) {
            HBox row = new HBox(6, Labels.whole(line.name().isEmpty() ? "" : line.name() + ":", "json-name"));
            if (line.hidden()) {
                Hyperlink reveal = new Hyperlink(around.texts().of("triage.payload.hidden"),
                        new FontIcon("fth-eye-off"));
                reveal.getStyleClass().add("json-hidden");
                reveal.setAccessibleText(around.texts().of("triage.payload.reveal", line.path()));
                reveal.setOnAction(press -> reveal(line.path()));
                row.getChildren().add(reveal);
            } else {
                Label value = Labels.of(line.value(), "json-value", kind(line.value()));
                value.setMinWidth(0);
                row.getChildren().add(value);
            }
            row.setPadding(new Insets(2, 0, 2, 8 + 16.0 * line.depth()));
            row.setAlignment(Pos.CENTER_LEFT);
            lines.getChildren().add(row);
        }
        return lines;
    }

    private static String kind(String value) {
        char first = value.isEmpty() ? ' ' : value.charAt(0);
        return first == '"' ? "text" : Character.isDigit(first) || first == '-' ? "number" : "other";
    }

    /** Shows a hidden field, once it is written down who looks. */
    private void reveal(String path) {
        JobKey key = new JobKey(found.queue(), found.id());
        model.commands().run("triage.reveal", () -> {
            model.shop().desk().payloads().reveal(key, path);
            return path;
        }, shown -> {
            revealed.add(shown);
            draw();
        });
    }

    /** Lets the person change the data. */
    void edit() {
        JobSnapshot job = found == null ? null : found.job();
        if (job == null || job.data() == null || job.data().length() > MOST_SHOWN || mayRetry().against() != null) {
            return;
        }
        FailedJob seen = model.currentProperty().get();
        String original = PayloadLines.pretty(job.data());
        editing = new TextArea(original);
        editing.setId("payloadText");
        editing.getStyleClass().add("mono");
        editing.setAccessibleText(around.texts().of("triage.payload.edit"));
        editing.setPrefRowCount(10);
        VBox changes = new VBox();
        NoteLine note = new NoteLine();
        ActionButton retry = button("triage.payload.retry", "fth-rotate-cw", () -> retry(seen, editing));
        retry.setId("retryEdited");
        ActionButton restore = button("triage.payload.restore", "fth-rotate-ccw", () -> {
            editing = null;
            draw();
        });
        TextArea text = editing;
        new CaseCommands(around, model).question(Right.RETRY, seen)
                .unless(() -> seen.isSameAs(model.currentProperty().get()) ? null
                        : around.texts().of("triage.why.other", seen.shownNumber()), model.currentProperty())
                .unless(() -> PayloadLines.isJson(text.getText()) ? null
                        : around.texts().of("triage.payload.not_json"), text.textProperty())
                .guard(retry);
        text.textProperty().addListener((property, before, now) -> drawChanges(changes, note, original));
        changes.setMinWidth(0);
        box.getChildren().setAll(TabParts.part(List.of(editing)), changes,
                TabParts.part(List.of(note, new HBox(8, retry, restore))));
        editing.requestFocus();
    }

    private ActionButton button(String key, String icon, Runnable action) {
        ActionButton button = new ActionButton();
        button.setText(around.texts().of(key));
        button.setIcon(icon);
        button.setOnAction(press -> action.run());
        return button;
    }

    private void drawChanges(VBox lines, NoteLine note, String original) {
        List<PayloadLines.Change> changes = PayloadLines.changes(original, editing.getText());
        lines.getChildren().setAll(changes.stream().filter(change -> change.sign() != ' ').map(change -> {
            Label line = Labels.of(change.sign() + " " + change.text(), "change",
                    change.sign() == '+' ? "new" : "gone");
            line.setMaxWidth(Double.MAX_VALUE);
            return line;
        }).toList());
        long differ = changes.stream().filter(change -> change.sign() == '+').count();
        note.show(differ == 0 ? null
                : new Note(Note.Kind.WARNING, around.texts().of("triage.payload.differs", differ)));
    }

    private void retry(FailedJob seen, TextArea text) {
        String json = text.getText();
        model.commands().run("triage.retry", () -> model.shop().desk().payloads().retryEdited(seen, json), result -> {
            editing = editing == text ? null : editing;
            model.commands().say(new Note(
                    result.result().isSuccess() ? Note.Kind.INFORMATION : Note.Kind.WARNING, result.message()));
            model.sight().readNow();
        });
    }
}
