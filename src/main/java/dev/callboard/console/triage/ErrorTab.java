package dev.callboard.console.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.ErrorWords;
import dev.callboard.console.Surroundings;
import dev.callboard.jobs.ErrorFingerprint;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Presence;
import dev.callboard.parts.Segments;
import dev.callboard.triage.FailureGroup;
import dev.callboard.triage.JobCase;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a job met: its error, attempt by attempt, with our own lines of the trace marked and the libraries' folded. */
final class ErrorTab {
    private final Surroundings around;
    private final TriageModel model;
    private final VBox box;
    private String shownFor = "";
    private int attempt;
    private boolean whole;

    ErrorTab(Surroundings around, TriageModel model, VBox box) {
        this.around = around;
        this.model = model;
        this.box = box;
    }

    void show(JobCase found) {
        String id = found.queue() + "/" + found.id();
        List<String> traces = traces(found);
        if (!id.equals(shownFor) || attempt >= traces.size()) {
            shownFor = id;
            attempt = Math.max(0, traces.size() - 1);
        }
        draw(found, traces);
    }

    private static List<String> traces(JobCase found) {
        JobSnapshot job = found.job();
        if (job != null) {
            return job.stacktrace();
        }
        List<String> kept = new ArrayList<>();
        if (found.latestEvidence() != null) {
            found.latestEvidence().snapshot().path("stacktrace").forEach(trace -> kept.add(trace.asText()));
        }
        return kept;
    }

    private void draw(JobCase found, List<String> traces) {
        var texts = around.texts();
        String trace = traces.isEmpty() ? "" : traces.get(attempt);
        String reason = found.job() != null ? found.job().failedReason()
                : found.latestEvidence() == null ? null : found.latestEvidence().error();
        String error = attempt == traces.size() - 1 || trace.isEmpty() ? reason : TriageWords.message(trace);
        List<Node> rows = new ArrayList<>();
        rows.add(bar(found, traces, trace));
        List<Node> what = new ArrayList<>();
        if (traces.size() > 1) {
            what.add(attempts(found, traces));
        }
        what.add(Labels.wrapped(error == null ? texts.of("triage.no_error") : ErrorWords.withoutStep(error),
                "semibold", "failed-text"));
        trace.lines().map(String::strip).filter(line -> line.startsWith("Caused by:")).findFirst().ifPresent(
                cause -> what.add(Labels.wrapped(texts.of("triage.caused_by",
                        TriageWords.className(cause.substring("Caused by:".length()).strip())), "dense", "muted")));
        rows.add(TabParts.part(what));
        if (!trace.isEmpty()) {
            Node frames = whole ? Labels.wrapped(trace, "code-area") : sections(trace);
            frames.getStyleClass().add("tab-frames");
            rows.add(frames);
        }
        if (found.job() != null && !found.job().logs().isEmpty()) {
            VBox log = new VBox(4);
            found.job().logs().forEach(line -> log.getChildren().add(Labels.wrapped(line, "mono", "caption")));
            rows.add(TabParts.part(texts.of("triage.log"), List.of(log)));
        }
        group(reason).ifPresent(group -> rows.add(TabParts.part(List.of(groupLine(group)))));
        box.getChildren().setAll(rows);
    }

    private Optional<FailureGroup> group(String reason) {
        TriageSnapshot now = model.sight().snapshotProperty().get();
        return now == null || reason == null ? Optional.empty() : now.group(ErrorFingerprint.of(reason));
    }

    /** The kind of error that it is, with how many there are; a click shows those alone. */
    private Node groupLine(FailureGroup group) {
        var texts = around.texts();
        Hyperlink name = new Hyperlink(GroupRows.name(group, around));
        name.getStyleClass().add("dense");
        name.setMinWidth(0);
        Labels.tip(name, group.error());
        name.setOnAction(press -> model.filter(TriageFilter.ALL.ofGroups(Set.of(group.fingerprint()))));
        String many = group.first() == null ? texts.of("triage.group.jobs", group.count())
                : texts.of("triage.group.jobs_since", group.count(), around.formats().minutesOrWeekday(group.first(),
                        around.clock().nowProperty().get()));
        HBox line = new HBox(8, Labels.whole(texts.of("triage.group"), "dense", "muted"), name,
                Labels.whole(many, "dense", "muted"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node bar(JobCase found, List<String> traces, String trace) {
        var texts = around.texts();
        Segments<Boolean> which = new Segments<>();
        which.add(false, texts.of("triage.own_frames"));
        which.add(true, texts.of("triage.whole_trace"));
        which.select(whole);
        which.onChoose(chosen -> {
            whole = chosen;
            draw(found, traces);
        });
        ActionButton copy = new ActionButton();
        copy.setText(texts.of("triage.copy"));
        copy.setIcon("fth-copy");
        copy.setKind("small");
        copy.setOnAction(press -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(trace);
            Clipboard.getSystemClipboard().setContent(content);
        });
        return TabParts.bar(which, Labels.space(), copy);
    }

    private Node attempts(JobCase found, List<String> traces) {
        var texts = around.texts();
        Segments<Integer> which = new Segments<>();
        for (int index = 0; index < traces.size(); index++) {
            which.add(index, String.valueOf(index + 1));
        }
        which.getStyleClass().add("attempt-choice");
        which.setMinWidth(Region.USE_PREF_SIZE);
        which.select(attempt);
        List<Integer> odd = odd(traces);
        odd.forEach(each -> which.mark(each, "odd"));
        which.onChoose(chosen -> {
            attempt = chosen;
            draw(found, traces);
        });
        HBox row = new HBox(8, Labels.whole(texts.of("triage.attempt.label"), "dense", "muted"), which);
        if (!odd.isEmpty()) {
            row.getChildren().add(Labels.of(texts.of("triage.differs",
                    String.join(", ", odd.stream().map(index -> String.valueOf(index + 1)).toList())), "dense",
                    "muted"));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The attempts whose error is of another kind than that of most. */
    static List<Integer> odd(List<String> traces) {
        List<String> kinds = traces.stream().map(TriageWords::message).map(ErrorFingerprint::of).toList();
        String usual = kinds.stream().max(java.util.Comparator.comparingLong(
                kind -> kinds.stream().filter(kind::equals).count())).orElse("");
        List<Integer> odd = new ArrayList<>();
        for (int index = 0; index < kinds.size(); index++) {
            if (!Objects.equals(kinds.get(index), usual)) {
                odd.add(index);
            }
        }
        return odd;
    }

    private Node sections(String trace) {
        VBox frames = new VBox();
        frames.getStyleClass().add("frames");
        for (StackSections.Section section : StackSections.of(trace)) {
            VBox lines = new VBox();
            section.lines().forEach(line -> lines.getChildren().add(line(line, section.own())));
            if (section.folded()) {
                frames.getChildren().add(folded(section, lines));
            }
            Presence.show(lines, !section.folded());
            frames.getChildren().add(lines);
        }
        return frames;
    }

    private static Label line(String frame, boolean own) {
        Label line = Labels.of(StackSections.brief(frame), "frame");
        line.setMaxWidth(Double.MAX_VALUE);
        if (own) {
            line.getStyleClass().add("own");
        }
        return line;
    }

    private Node folded(StackSections.Section section, VBox lines) {
        Hyperlink unfold = new Hyperlink(around.texts().of("triage.library_frames", section.lines().size()));
        unfold.getStyleClass().add("frame-fold");
        FontIcon arrow = new FontIcon("fth-chevron-right");
        arrow.getStyleClass().add("accent-text");
        unfold.setGraphic(arrow);
        unfold.setOnAction(press -> {
            Presence.show(lines, !lines.isVisible());
            arrow.setIconLiteral(lines.isVisible() ? "fth-chevron-down" : "fth-chevron-right");
        });
        return unfold;
    }
}
