package dev.callboard.console.desk;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.tickets.CounterLease;
import dev.callboard.tickets.CounterSight;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The Desk's part of the header: the counter, whose it is, and its queues; and how to take it back when it is lost. */
final class DeskHeader {
    private final Surroundings around;
    private final DeskModel model;
    private final Label whose = new Label();
    private final HBox chips = new HBox(16);
    private final HBox box;
    private final QueueChips queueChips;

    DeskHeader(Surroundings around, DeskModel model, QueueChips.Press press) {
        this.around = around;
        this.model = model;
        Label counter = Labels.of(model.rule().counter(), "heading");
        whose.getStyleClass().addAll("caption", "muted");
        Labels.tipped(whose);
        VBox title = new VBox(-1, counter, whose);
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMaxWidth(320);
        title.setMinWidth(96);
        counter.setMinWidth(Label.USE_PREF_SIZE);
        chips.setAlignment(Pos.CENTER_LEFT);
        box = new HBox(18, title, chips);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        queueChips = new QueueChips(chips, around, press);
        model.lease().leaseProperty().addListener(change -> showHolder());
        model.lease().lostProperty().addListener(change -> showHolder());
        showHolder();
    }

    private void showHolder() {
        String lost = model.lease().lostProperty().get();
        CounterLease lease = model.lease().leaseProperty().get();
        whose.getStyleClass().remove("warning-text");
        if (lost != null) {
            whose.getStyleClass().add("warning-text");
            whose.setText(around.texts().of("desk.why.no_lease", model.rule().counter()));
        } else if (lease != null) {
            whose.setText(around.texts().of("desk.since", lease.holder(), around.formats().minutes(lease.since())));
        } else {
            whose.setText(around.texts().of("desk.taking_counter"));
        }
    }

    void show(CounterSight sight) {
        if (sight != null) {
            queueChips.show(sight.queues());
        }
    }

    /** Presses the chip of that queue. */
    void press(String code) {
        queueChips.press(code);
    }

    Node node() {
        return box;
    }
}
