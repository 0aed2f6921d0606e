package dev.callboard.console.floor;

import java.time.Duration;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.FigureLine;
import dev.callboard.parts.Labels;
import dev.callboard.tickets.FloorSight;
import dev.callboard.tickets.QuoteFigures;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The whole floor in one line: tickets of today, who waits, and whether the wall screens are true. */
final class FloorStatus extends HBox {
    private static final Duration AWAKE = Duration.ofSeconds(12);

    private final Surroundings around;
    private final FigureLine figures = new FigureLine();
    private final Label screens = Labels.of("", "dense", "medium");

    FloorStatus(Surroundings around) {
        this.around = around;
        getStyleClass().add("status");
        getChildren().add(figures);
    }

    /** Whether the wall screens are true; stands at the other end of the bar. */
    Label screens() {
        return screens;
    }

    void show(FloorSight sight, QuoteFigures quotes) {
        var texts = around.texts();
        String told = quotes.told() == 0 ? ""
                : "    " + texts.of("floor.quoted", texts.of("percent", quotes.percent()));
        figures.show(texts.of("floor.status", sight.issued(), sight.waiting()) + told);
        long awake = sight.screens().stream().filter(screen -> screen.seenAt().plus(AWAKE).isAfter(sight.asOf()))
                .count();
        String ink = awake == sight.screens().size() ? "success-text" : "warning-text";
        if (!screens.getStyleClass().contains(ink)) {
            screens.getStyleClass().removeAll("success-text", "warning-text");
            screens.getStyleClass().add(ink);
            FontIcon icon = new FontIcon("fth-monitor");
            icon.getStyleClass().add(ink);
            screens.setGraphic(icon);
        }
        screens.setVisible(!sight.screens().isEmpty());
        screens.setText(texts.of("floor.screens", awake, sight.screens().size()));
    }
}
