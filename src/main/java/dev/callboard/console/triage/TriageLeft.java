package dev.callboard.console.triage;

import java.time.Duration;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Formats;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The left of Triage: how much failed in all, where, and why. */
final class TriageLeft {
    private final Surroundings around;
    private final TriageModel model;
    private final Places places;
    private final QueueRows queueRows;
    private final FilterRows filterRows;
    private final GroupRows groupRows;

    /** Where it draws. */
    record Places(Label total, Label stake, VBox queues, VBox filters, VBox groups) {}

    TriageLeft(Surroundings around, TriageModel model, Places places, FilterRows.Acts acts) {
        this.around = around;
        this.model = model;
        this.places = places;
        this.queueRows = new QueueRows(places.queues(), around, this::choose);
        this.filterRows = new FilterRows(places.filters(), around, acts);
        this.groupRows = new GroupRows(places.groups(), around, model);
    }

    private void choose(String queue) {
        TriageFilter filter = model.filter();
        model.filter(filter.inQueue(queue.equals(filter.queue()) ? null : queue));
    }

    void show(TriageSnapshot now) {
        places.total().setText(around.formats().count(now.total()));
        places.total().getStyleClass().remove("none");
        if (now.total() == 0) {
            places.total().getStyleClass().add("none");
        }
        places.stake().setText(now.stake().orders() == 0 ? around.texts().of("triage.nothing_at_stake")
                : around.texts().of("triage.stake", around.formats().money(now.stake().total()),
                        Formats.span(Duration.between(now.stake().oldest(), now.asOf()))));
        queueRows.show(now.queues(), now.question().filter().queue());
        filterRows.show(now.filters(), now.question().filter());
        groupRows.show(now.groups());
    }
}
