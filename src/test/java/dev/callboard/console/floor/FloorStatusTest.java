package dev.callboard.console.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.callboard.console.Fx;
import dev.callboard.console.Surroundings;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Subscriptions;
import dev.callboard.tickets.FloorSight;
import dev.callboard.tickets.QuoteFigures;

/** The whole floor in one line. */
class FloorStatusTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private final Surroundings around = new TestWindow(Subscriptions.none(), false).around();

    @Test
    void saysForHowManyTheQuotedRangeWasRight() {
        assertThat(said(new QuoteFigures(8, 6), sight()))
                .isEqualTo("42 tickets today    0 waiting    quoted range was right for 75 %");
    }

    @Test
    void saysNothingOfRangesWhereNobodyWasToldOne() {
        assertThat(said(new QuoteFigures(0, 0), sight())).isEqualTo("42 tickets today    0 waiting");
    }

    @Test
    void countsTheWallScreensThatGaveASignOfLife() {
        FloorSight sight = sight(new FloorSight.Screen("Hall", NOON.minusSeconds(11)),
                new FloorSight.Screen("Door", NOON.minusSeconds(13)));
        assertThat(Fx.<String>on(() -> {
            FloorStatus status = new FloorStatus(around);
            status.show(sight, new QuoteFigures(0, 0));
            return status.screens().getText();
        })).isEqualTo(around.texts().of("floor.screens", 1, 2));
    }

    private String said(QuoteFigures quotes, FloorSight sight) {
        return Fx.on(() -> {
            FloorStatus status = new FloorStatus(around);
            status.show(sight, quotes);
            return status.lookup(".figure-line").getAccessibleText();
        });
    }

    private static FloorSight sight(FloorSight.Screen... screens) {
        return new FloorSight(NOON, 1, List.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(screens), 42);
    }
}
