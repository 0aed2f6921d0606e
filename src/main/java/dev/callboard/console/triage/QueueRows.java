package dev.callboard.console.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.jobs.QueueOverview;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Meaning;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The job queues at the left: what failed there, what waits and runs, and what is wrong with them. */
final class QueueRows {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final VBox box;
    private final Surroundings around;
    private final Consumer<String> choose;
    private List<Object> drawn = List.of();

    QueueRows(VBox box, Surroundings around, Consumer<String> choose) {
        this.box = box;
        this.around = around;
        this.choose = choose;
    }

    void show(List<QueueOverview> queues, String chosen) {
        List<Object> now = List.of(queues, String.valueOf(chosen));
        if (!now.equals(drawn)) {
            drawn = now;
            box.getChildren().setAll(queues.stream().map(queue -> row(queue, queue.name().equals(chosen))).toList());
        }
    }

    private Node row(QueueOverview queue, boolean chosen) {
        Label name = Labels.of(queue.name(), "medium");
        Chip failed = new Chip(queue.counts().failed() > 0 ? Meaning.FAILED : Meaning.NEUTRAL, null,
                around.formats().count(queue.counts().failed()));
        if (queue.counts().failed() > 0) {
            failed.solid();
        }
        failed.setMinWidth(32);
        Label counts = Labels.of(counts(queue), "dense", "muted");
        HBox second = new HBox(8, counts, Labels.space());
        second.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        if (queue.paused()) {
            second.getChildren().add(new Chip(Meaning.WARNING, "fth-pause", around.texts().of("triage.paused")));
        } else if (queue.workers() == null) {
            second.getChildren().add(new Chip(Meaning.NEUTRAL, null, around.texts().of("triage.workers_unknown")));
        } else if (queue.workers() == 0) {
            second.getChildren()
                    .add(new Chip(Meaning.WARNING, "fth-alert-triangle", around.texts().of("triage.no_workers")));
        }
        HBox first = new HBox(8, name, Labels.space(), failed);
        first.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button row = new Button(null, new VBox(2, first, second));
        ((VBox) row.getGraphic()).setPrefWidth(240);
        row.getStyleClass().setAll("queue-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.pseudoClassStateChanged(CHOSEN, chosen);
        row.setAccessibleText(around.texts().of("triage.queue.spoken", queue.name(), queue.counts().failed()));
        row.setOnAction(press -> choose.accept(queue.name()));
        return row;
    }

    private String counts(QueueOverview queue) {
        List<String> parts = new ArrayList<>();
        add(parts, "triage.queue.waiting", queue.counts().waiting() + queue.counts().prioritized());
        add(parts, "triage.queue.active", queue.counts().active());
        add(parts, "triage.queue.delayed", queue.counts().delayed());
        return parts.isEmpty() ? around.texts().of("triage.queue.idle") : String.join(" · ", parts);
    }

    private void add(List<String> parts, String key, long count) {
        if (count > 0) {
            parts.add(around.texts().of(key, count));
        }
    }
}
