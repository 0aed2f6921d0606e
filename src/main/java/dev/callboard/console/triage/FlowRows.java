package dev.callboard.console.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.callboard.console.Surroundings;
import dev.callboard.jobs.JobChildren.Kin;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.parts.Labels;
import dev.callboard.triage.JobKey;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The flow that a job belongs to: the job that waits for it, and the jobs that it waits for or has waited for. */
final class FlowRows {
    private static final int MOST = 8;
    private static final double NAME = 96;

    private final Surroundings around;
    private final Function<String, Optional<JobKey>> keys;
    private final Consumer<JobKey> go;

    /**
     * @param keys the job that a full key of Redis names, where its queue is one of the shop's
     * @param go brings that job into view
     */
    FlowRows(Surroundings around, Function<String, Optional<JobKey>> keys, Consumer<JobKey> go) {
        this.around = around;
        this.keys = keys;
        this.go = go;
    }

    /** Nothing for a job that stands alone. */
    List<Node> of(JobSnapshot job) {
        List<Node> rows = new ArrayList<>();
        if (job != null && job.parentKey() != null) {
            rows.add(row("triage.flow.parent", List.of(job.parentKey()), 1));
        }
        if (job != null && job.children() != null) {
            add(rows, "triage.flow.failed", job.children().failed());
            add(rows, "triage.flow.unfinished", job.children().unfinished());
            add(rows, "triage.flow.ignored", job.children().ignored());
            add(rows, "triage.flow.processed", job.children().processed());
        }
        if (!rows.isEmpty()) {
            rows.addFirst(Labels.of(around.texts().of("triage.flow"), "dense", "semibold", "muted"));
        }
        return rows;
    }

    private void add(List<Node> rows, String name, Kin kin) {
        if (kin.count() > 0) {
            rows.add(row(name, kin.keys(), kin.count()));
        }
    }

    private Node row(String name, List<String> jobs, long count) {
        VBox links = new VBox(4);
        jobs.stream().limit(MOST).forEach(job -> links.getChildren().add(link(job)));
        if (count > links.getChildren().size()) {
            links.getChildren().add(Labels.of(around.texts().of("triage.flow.more",
                    count - links.getChildren().size()), "dense", "muted"));
        }
        links.setMinWidth(0);
        var label = Labels.of(around.texts().of(name, count), "dense", "muted");
        label.setMinWidth(NAME);
        return new HBox(8, label, links);
    }

    private Node link(String job) {
        return keys.apply(job).<Node>map(key -> {
            Hyperlink link = new Hyperlink(around.texts().of("triage.flow.job", key.queue(), key.id()));
            link.getStyleClass().addAll("dense", "flow-link");
            link.setMinWidth(0);
            Labels.tip(link, link.getText());
            link.setOnAction(press -> go.accept(key));
            return link;
        }).orElseGet(() -> Labels.of(job, "dense"));
    }
}
