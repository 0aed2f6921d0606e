package dev.callboard.console.floor;

import java.util.List;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Segments;
import dev.callboard.tickets.Queue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The chart of waits with the choice of its queue. */
final class WaitCard {
    private static final int SIDE_BY_SIDE = 8;
    /** Stands for all queues together, where null cannot. */
    private static final String ALL = "";

    private final Surroundings around;
    private final FloorModel model;
    private final WaitChart chart;
    private final HBox choice = new HBox();
    private List<String> offered;
    private FloorSnapshot snapshot;

    WaitCard(VBox place, Surroundings around, FloorModel model) {
        this.around = around;
        this.model = model;
        this.chart = new WaitChart(around);
        HBox head = new HBox(12, Labels.whole(around.texts().of("floor.chart"), "title"),
                Labels.of(around.texts().of("floor.chart.what"), "dense", "muted"), Labels.space(), choice);
        head.getStyleClass().add("wait-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(chart, Priority.ALWAYS);
        place.getChildren().setAll(head, chart);
    }

    void show(FloorSnapshot now) {
        snapshot = now;
        List<String> codes = now.sight().queues().stream().map(Queue::code).toList();
        if (!codes.equals(offered)) {
            offered = codes;
            offer();
        }
        select();
        draw();
    }

    private void offer() {
        if (offered.size() > SIDE_BY_SIDE) {
            ChoiceBox<String> box = new ChoiceBox<>();
            box.setId("charted");
            box.setAccessibleText(around.texts().of("floor.chart"));
            box.getItems().add(ALL);
            box.getItems().addAll(offered);
            box.setConverter(new javafx.util.StringConverter<>() {
                @Override
                public String toString(String code) {
                    return words(code);
                }

                @Override
                public String fromString(String words) {
                    return words;
                }
            });
            box.setOnAction(choose -> choose(box.getValue()));
            choice.getChildren().setAll(box);
            return;
        }
        Segments<String> segments = new Segments<>();
        segments.add(ALL, words(ALL));
        offered.forEach(code -> segments.add(code, code));
        segments.onChoose(this::choose);
        choice.getChildren().setAll(segments);
    }

    private String words(String code) {
        return code == null || code.equals(ALL) ? around.texts().of("floor.chart.all") : code;
    }

    private void choose(String code) {
        model.chart(ALL.equals(code) ? null : code);
    }

    @SuppressWarnings("unchecked")
    private void select() {
        String code = model.chartedProperty().get() == null ? ALL : model.chartedProperty().get();
        Node chosen = choice.getChildren().getFirst();
        if (chosen instanceof ChoiceBox<?> box) {
            ((ChoiceBox<String>) box).setValue(code);
        } else {
            ((Segments<String>) chosen).select(code);
        }
    }

    private void draw() {
        String code = model.chartedProperty().get();
        WaitPlot.Aim aim = snapshot.sight().queues().stream().filter(queue -> queue.code().equals(code)).findFirst()
                .map(queue -> new WaitPlot.Aim(model.target(queue), model.limit(queue)))
                .orElseGet(() -> new WaitPlot.Aim(model.shopRule().target(), model.shopRule().limit()));
        chart.show(WaitPlot.of(snapshot, code, aim, around.formats().zone()));
        chart.setAccessibleText(snapshot.day().today(code)
                .map(each -> around.texts().of("floor.chart.values", each.called(), Formats.span(each.median()),
                        Formats.span(each.ninety())))
                .orElseGet(() -> around.texts().of("floor.chart.nobody")));
    }
}
