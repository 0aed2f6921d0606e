package dev.callboard.console.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Labels;
import dev.callboard.tickets.WaitFigures;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** Waits through the day: median and nine of ten per quarter hour, over the bands of target and limit. */
final class WaitChart extends Pane {
    private static final int FEWEST = 5;
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final double LABEL = 16;

    private final Surroundings around;
    private final Tooltip tooltip = new Tooltip();
    private WaitPlot plot;

    WaitChart(Surroundings around) {
        this.around = around;
        getStyleClass().add("wait-chart");
        setMinSize(0, 0);
        tooltip.setShowDelay(javafx.util.Duration.millis(80));
        tooltip.setHideDelay(javafx.util.Duration.ZERO);
        Tooltip.install(this, tooltip);
        setOnMouseMoved(this::pointed);
        widthProperty().addListener(change -> draw());
        heightProperty().addListener(change -> draw());
    }

    /** Draws only what differs: the line of the present moves by the minute. */
    void show(WaitPlot shown) {
        if (!shown.equals(plot)) {
            plot = shown;
            draw();
        }
    }

    private void draw() {
        getChildren().clear();
        if (plot == null || getWidth() < 200 || getHeight() < 60) {
            return;
        }
        WaitScale scale = new WaitScale(plot, getWidth(), getHeight());
        band("target-band", scale, 0, plot.target());
        band("limit-band", scale, plot.target().toSeconds(), plot.limit());
        for (int minutes = 0; minutes <= scale.topMinutes(); minutes += scale.stepMinutes()) {
            double y = scale.y(minutes * 60.0);
            line("grid", scale.left(), y, scale.right(), y);
            text(String.valueOf(minutes), 0, y, WaitScale.LEFT - 12, "right", "muted");
        }
        for (Instant hour = plot.begins(); !hour.isAfter(plot.ends()); hour = hour.plus(Duration.ofHours(1))) {
            Label label = text(around.formats().hour(hour), scale.x(hour) - 24, getHeight() - LABEL / 2 - 6, 48,
                    "muted");
            label.setAlignment(javafx.geometry.Pos.CENTER);
        }
        curve("last-week", plot.lastWeek(), WaitFigures::median, scale);
        if (plot.showsNow()) {
            line("now", scale.x(plot.now()), scale.y(scale.topMinutes() * 60.0), scale.x(plot.now()), scale.y(0));
        }
        curve("ninety", plot.quarters(), WaitFigures::ninety, scale);
        curve("median", plot.quarters(), WaitFigures::median, scale);
        names(scale);
    }

    /** What each line is, at its end. */
    private void names(WaitScale scale) {
        var texts = around.texts();
        end(plot.quarters(), WaitFigures::ninety, "floor.chart.ninety", "ninety", scale, 0);
        double shift = tooClose(scale) ? LABEL : 0;
        end(plot.quarters(), WaitFigures::median, "floor.chart.median", "median", scale, shift - 12);
        double right = scale.right() + 8;
        text(texts.of("floor.chart.limit", plot.limit().toMinutes()), right, scale.y(plot.limit().toSeconds()),
                WaitScale.RIGHT, "warning-text", "semibold");
        text(texts.of("floor.chart.target", plot.target().toMinutes()), right, scale.y(plot.target().toSeconds()),
                WaitScale.RIGHT, "success-text", "semibold");
        if (plot.lastWeek().stream().anyMatch(each -> each.called() >= FEWEST)) {
            Label name = text(texts.of("floor.chart.last_week", around.formats().weekday(plot.now())),
                    scale.right() - 204, scale.y(0) - LABEL / 2, 200, "muted");
            name.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        }
    }

    private boolean tooClose(WaitScale scale) {
        return newest().map(each -> Math.abs(scale.y(each.median().toSeconds()) - scale.y(each.ninety().toSeconds())))
                .orElse(100.0) < LABEL + 12;
    }

    private java.util.Optional<WaitFigures> newest() {
        return plot.quarters().isEmpty() || plot.quarters().getLast().called() < FEWEST
                ? java.util.Optional.empty()
                : java.util.Optional.of(plot.quarters().getLast());
    }

    private void end(List<WaitFigures> points, Function<WaitFigures, Duration> value, String key, String ink,
            WaitScale scale, double shift) {
        newest().ifPresent(last -> {
            double x = scale.x(middle(last));
            double y = scale.y(value.apply(last).toSeconds());
            Circle dot = new Circle(x, y, 4.5);
            dot.getStyleClass().add(ink);
            getChildren().add(dot);
            text(around.texts().of(key, Formats.span(value.apply(last))), x + 12, y + shift, 220, ink + "-text",
                    "semibold");
        });
    }

    private void band(String style, WaitScale scale, long from, Duration to) {
        Region band = new Region();
        band.getStyleClass().add(style);
        double top = scale.y(Math.min(to.toSeconds(), scale.topMinutes() * 60.0));
        band.resizeRelocate(scale.left(), top, scale.right() - scale.left(), Math.max(0, scale.y(from) - top));
        band.setManaged(false);
        getChildren().add(band);
    }

    private void line(String style, double fromX, double fromY, double toX, double toY) {
        Line line = new Line(fromX, fromY, toX, toY);
        line.getStyleClass().add(style);
        getChildren().add(line);
    }

    private Label text(String words, double x, double y, double width, String... classes) {
        Label label = Labels.of(words, classes);
        label.getStyleClass().add("caption");
        label.setAlignment(List.of(classes).contains("right") ? javafx.geometry.Pos.CENTER_RIGHT
                : javafx.geometry.Pos.CENTER_LEFT);
        getChildren().add(label);
        label.resizeRelocate(x, y - LABEL / 2, width, LABEL);
        label.setManaged(false);
        return label;
    }

    /** A line with a gap wherever too few were called to say anything. */
    private void curve(String style, List<WaitFigures> points, Function<WaitFigures, Duration> value,
            WaitScale scale) {
        List<Double> run = new ArrayList<>();
        Instant expected = null;
        for (WaitFigures point : points) {
            if (point.called() < FEWEST || expected != null && !expected.equals(point.begins())) {
                stroke(style, run);
            }
            if (point.called() >= FEWEST) {
                run.add(scale.x(middle(point)));
                run.add(scale.y(value.apply(point).toSeconds()));
                expected = point.begins().plus(QUARTER);
            }
        }
        stroke(style, run);
    }

    private void stroke(String style, List<Double> run) {
        if (run.size() > 2) {
            Polyline line = new Polyline();
            line.getPoints().setAll(run);
            line.getStyleClass().add(style);
            getChildren().add(line);
        }
        run.clear();
    }

    private Instant middle(WaitFigures point) {
        Instant middle = point.begins().plus(QUARTER.dividedBy(2));
        return middle.isAfter(plot.now()) && point.begins().isBefore(plot.now()) ? plot.now() : middle;
    }

    private void pointed(MouseEvent move) {
        if (plot != null) {
            tooltip.setText(words(new WaitScale(plot, getWidth(), getHeight()).at(move.getX())));
        }
    }

    /** All values of one quarter of an hour, in words. */
    String words(Instant quarter) {
        var texts = around.texts();
        StringBuilder words = new StringBuilder(around.formats().minutes(quarter) + "–"
                + around.formats().minutes(quarter.plus(QUARTER)));
        at(plot.quarters(), quarter).ifPresentOrElse(
                each -> words.append("\n").append(texts.of("floor.chart.values", each.called(),
                        Formats.span(each.median()), Formats.span(each.ninety()))),
                () -> words.append("\n").append(texts.of("floor.chart.nobody")));
        at(plot.lastWeek(), quarter)
                .ifPresent(each -> words.append("\n").append(texts.of("floor.chart.value_last_week",
                        around.formats().weekday(plot.now()), Formats.span(each.median()), each.called())));
        return words.toString();
    }

    private static java.util.Optional<WaitFigures> at(List<WaitFigures> points, Instant quarter) {
        return points.stream().filter(each -> each.begins().equals(quarter)).findFirst();
    }
}
