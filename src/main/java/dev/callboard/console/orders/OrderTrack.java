package dev.callboard.console.orders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.SpanWords;
import dev.callboard.parts.StateChips;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** The path of an order as a line of states at equal distances, and dashed, where it can go from here. */
final class OrderTrack extends Region {
    private static final double PITCH = 141;
    private static final double FIRST = 81;
    private static final double MIDDLE = 34;
    private static final double GAP = 20;
    private static final double NEXT_AT = 133;
    private static final double MARGIN = 16;

    private final Surroundings around;
    private final SpanWords spans;
    private final List<Node> beads = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> times = new ArrayList<>();
    private final List<Line> links = new ArrayList<>();
    private final List<Label> durations = new ArrayList<>();
    private final VBox next = new VBox(8);
    private Order drawn;

    OrderTrack(Surroundings around) {
        this.around = around;
        this.spans = new SpanWords(around.texts());
        getStyleClass().add("order-track");
        setMinHeight(100);
        setPrefHeight(100);
    }

    /** True where this very order is drawn already, as it is. */
    boolean shows(Order order) {
        return order.equals(drawn);
    }

    /** Draws the path; a reservation says how long it still holds. */
    void show(OrderPath path, Order order) {
        drawn = order;
        List.of(beads, names, times, links, durations).forEach(List::clear);
        for (int index = 0; index < path.taken().size(); index++) {
            boolean last = index == path.taken().size() - 1;
            stop(path.taken().get(index), last);
            if (!last) {
                link(spans.of(path.stayed(index)), false);
            }
        }
        tick();
        next.getChildren().clear();
        if (!path.next().isEmpty()) {
            link(around.texts().of("orders.next"), true);
            path.next().forEach(step -> next.getChildren().add(next(step)));
        }
        getChildren().clear();
        List.of(links, durations, beads, names, times).forEach(getChildren()::addAll);
        getChildren().add(next);
        requestLayout();
    }

    /** Only a reservation's time changes with the clock. */
    void tick() {
        if (drawn.state() == OrderState.RESERVED && !times.isEmpty()) {
            Duration left = Duration.between(around.clock().nowProperty().get(), drawn.expiresAt());
            times.getLast().setText(around.texts().of("orders.expires_in", Formats.span(left)));
            requestLayout();
        }
    }

    private void stop(OrderPath.Stop stop, boolean present) {
        Chip look = StateChips.of(stop.state());
        String meaning = present ? StateChips.meaning(stop.state()).styleClass() : Meaning.SUCCESS.styleClass();
        FontIcon icon = new FontIcon(present ? icon(stop.state(), look) : "fth-check");
        StackPane bead = new StackPane(icon);
        bead.getStyleClass().addAll("track-bead", meaning);
        if (present) {
            bead.getStyleClass().add("present");
        }
        beads.add(bead);
        Label name = Labels.whole(stop.state().name(), "caption", "semibold");
        if (present) {
            name.getStyleClass().add(meaning + "-text");
        }
        names.add(name);
        times.add(Labels.whole(around.formats().secondsOrDay(stop.at(), around.clock().nowProperty().get()), "caption",
                "muted"));
    }

    private static String icon(OrderState state, Chip look) {
        return state == OrderState.FAILED ? "fth-x" : ((FontIcon) look.getGraphic()).getIconLiteral();
    }

    private void link(String words, boolean dashed) {
        Line line = new Line();
        line.getStyleClass().add(dashed ? "track-next" : "track-link");
        links.add(line);
        durations.add(Labels.whole(words, "caption", "muted"));
    }

    private Node next(OrderPath.Next step) {
        Label state = Labels.whole(step.state().name(), "caption", "semibold", "track-state");
        HBox row = new HBox(8, state,
                Labels.whole(around.texts().of("orders.next." + step.by()), "caption", "muted"));
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    @Override
    protected double computePrefWidth(double height) {
        return FIRST + Math.max(0, beads.size() - 1) * PITCH
                + (next.getChildren().isEmpty() ? FIRST : NEXT_AT + next.prefWidth(-1) + MARGIN);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        for (int index = 0; index < beads.size(); index++) {
            double x = FIRST + index * PITCH;
            centre(beads.get(index), x, MIDDLE);
            centre(names.get(index), x, MIDDLE + 26);
            centre(times.get(index), x, MIDDLE + 46);
        }
        for (int index = 0; index < links.size(); index++) {
            double from = FIRST + index * PITCH + GAP;
            double to = from + PITCH - 2 * GAP;
            Line line = links.get(index);
            line.setStartX(from);
            line.setEndX(to);
            line.setStartY(MIDDLE);
            line.setEndY(MIDDLE);
            centre(durations.get(index), (from + to) / 2, MIDDLE - 17);
        }
        next.autosize();
        next.relocate(FIRST + (beads.size() - 1) * PITCH + NEXT_AT, MIDDLE - 12);
    }

    private static void centre(Node node, double x, double y) {
        node.autosize();
        node.relocate(Math.round(x - node.getLayoutBounds().getWidth() / 2),
                Math.round(y - node.getLayoutBounds().getHeight() / 2));
    }
}
