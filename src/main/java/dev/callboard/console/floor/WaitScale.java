package dev.callboard.console.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.callboard.tickets.WaitFigures;

/** Where a time and a wait lie on the chart, in pixels. */
final class WaitScale {
    static final double LEFT = 60;
    static final double RIGHT = 100;
    private static final double TOP = 12;
    private static final double BOTTOM = 34;
    private static final int MOST_LINES = 5;
    private static final List<Integer> STEPS = List.of(5, 10, 15, 30, 60, 120, 240);

    private final WaitPlot plot;
    private final double width;
    private final double height;
    private final int step;
    private final int top;

    WaitScale(WaitPlot plot, double width, double height) {
        this.plot = plot;
        this.width = width;
        this.height = height;
        long longest = Stream
                .of(plot.quarters().stream().map(WaitFigures::ninety),
                        plot.lastWeek().stream().map(WaitFigures::median),
                        Stream.of(plot.limit().multipliedBy(3).dividedBy(2)))
                .flatMap(each -> each).map(Duration::toMinutes).max(Long::compare).orElse(0L) + 1;
        this.step = STEPS.stream().filter(each -> each * (MOST_LINES - 1L) >= longest).findFirst()
                .orElse((int) (longest / (MOST_LINES - 1) + 1));
        this.top = (int) Math.ceilDiv(longest, step) * step;
    }

    double left() {
        return LEFT;
    }

    double right() {
        return width - RIGHT;
    }

    int stepMinutes() {
        return step;
    }

    int topMinutes() {
        return top;
    }

    double x(Instant at) {
        double share = (double) Duration.between(plot.begins(), at).toMillis()
                / Duration.between(plot.begins(), plot.ends()).toMillis();
        return left() + share * (right() - left());
    }

    double y(double seconds) {
        return TOP + (1 - seconds / (top * 60.0)) * (height - TOP - BOTTOM);
    }

    /** The quarter of an hour at this place. */
    Instant at(double x) {
        double share = Math.clamp((x - left()) / (right() - left()), 0, 1);
        long millis = Math.round(share * Duration.between(plot.begins(), plot.ends()).toMillis());
        long quarter = Duration.ofMinutes(15).toMillis();
        return plot.begins().plusMillis(millis / quarter * quarter);
    }
}
