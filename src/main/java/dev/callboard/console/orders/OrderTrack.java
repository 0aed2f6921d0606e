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
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** The path of an order as lines of states at equal distances, and dashed, where it can go from here. */
final class OrderTrack extends Region {
    private static final double MIDDLE = 34;
    private static final double GAP = 20;
    private static final double NEXT_AT = 133;
    private static final double MARGIN = 16;
    private static final double HEIGHT = 100;
    /** Further lines stand closer: their head has no border above. */
    private static final double LINE = 86;

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
        boolean failed = stop.state() == OrderState.FAILED;
        String meaning = present ? StateChips.meaning(stop.state()).styleClass()
                : (failed ? Meaning.IDLE : Meaning.SUCCESS).styleClass();
        FontIcon icon = new FontIcon(present || failed ? icon(stop.state(), look) : "fth-check");
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
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private TrackLayout plan(double width) {
        double tail = next.getChildren().isEmpty() ? TrackLayout.FIRST : NEXT_AT + next.prefWidth(-1) + MARGIN;
        return TrackLayout.of(beads.size(), width < 0 ? Double.MAX_VALUE : width, tail);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT + (plan(width).lines() - 1) * LINE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        TrackLayout plan = plan(getWidth());
        for (int index = 0; index < beads.size(); index++) {
            double x = plan.x(index);
            double middle = middle(plan, index);
            centre(beads.get(index), x, middle);
            centre(names.get(index), x, middle + 26);
            centre(times.get(index), x, middle + 46);
        }
        for (int index = 0; index < links.size(); index++) {
            double from = plan.x(index) + GAP;
            double to = from + plan.pitch() - 2 * GAP;
            Line line = links.get(index);
            line.setStartX(from);
            line.setEndX(Math.min(to, getWidth() - MARGIN));
            line.setStartY(middle(plan, index));
            line.setEndY(middle(plan, index));
            centre(durations.get(index), (line.getStartX() + line.getEndX()) / 2, middle(plan, index) - 17);
        }
        next.autosize();
        int last = beads.size() - 1;
        next.relocate(plan.x(Math.max(0, last)) + NEXT_AT, middle(plan, Math.max(0, last)) - 12);
    }

    private static double middle(TrackLayout plan, int index) {
        return MIDDLE + plan.line(index) * LINE;
    }

    private static void centre(Node node, double x, double y) {
        node.autosize();
        node.relocate(Math.round(x - node.getLayoutBounds().getWidth() / 2),
                Math.round(y - node.getLayoutBounds().getHeight() / 2));
    }
}
