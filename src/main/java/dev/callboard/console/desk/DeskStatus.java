package dev.callboard.console.desk;

import java.time.Duration;

import dev.callboard.parts.Formats;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.DayFigures;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** The status bar of the Desk: what was done at this counter today. */
final class DeskStatus {
    private final HBox box = new HBox();
    private final Texts texts;

    DeskStatus(Texts texts) {
        this.texts = texts;
        box.getStyleClass().add("status");
    }

    Node node() {
        return box;
    }

    void show(DayFigures today) {
        box.getChildren().setAll(figure("desk.today.served", String.valueOf(today.completed())),
                figure("desk.today.no_shows", String.valueOf(today.noShows())));
        if (today.meanService() != null) {
            box.getChildren().addAll(figure("desk.today.service", span(today.meanService())),
                    figure("desk.today.wait", span(today.meanWait())));
        }
    }

    private static String span(Duration mean) {
        return Formats.span(mean);
    }

    private Node figure(String key, String value) {
        return new HBox(4, Labels.whole(texts.of(key), "dense", "muted"), Labels.whole(value, "dense", "semibold"));
    }
}
