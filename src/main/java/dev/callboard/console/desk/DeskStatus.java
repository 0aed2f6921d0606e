package dev.callboard.console.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.live.Freshness;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Labels;
import dev.callboard.tickets.DayFigures;
import dev.callboard.tickets.ScreenReceipt;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The status bar of the Desk: what the wall screens made of the call, and what this login has done today. */
final class DeskStatus {
    private static final Duration SILENT_AFTER = Duration.ofSeconds(3);
    private final HBox box = new HBox();
    private final Surroundings around;

    DeskStatus(Surroundings around) {
        this.around = around;
        box.getStyleClass().add("status");
    }

    Node node() {
        return box;
    }

    void show(DeskSnapshot now, boolean stale) {
        box.getChildren().clear();
        if (stale) {
            box.getChildren().add(said("fth-monitor", around.texts().of("desk.screens.unknown"), "warning-text"));
            return;
        }
        screens(now.sight().ticket(), now.screens());
        today(now.sight().today());
    }

    private void screens(Ticket here, List<ScreenReceipt> screens) {
        if (screens.isEmpty()) {
            box.getChildren().add(said("fth-monitor", around.texts().of("desk.screens.none"), "muted"));
        } else if (here == null || here.state() == TicketState.SERVING) {
            idle(screens);
        } else {
            called(here, screens);
        }
    }

    private void idle(List<ScreenReceipt> screens) {
        List<ScreenReceipt> silent = screens.stream().filter(screen -> isStale(screen.seenAt())).toList();
        String text = around.texts().of("desk.screens.up_to_date", screens.size() - silent.size(), screens.size());
        box.getChildren().add(silent.isEmpty()
                ? said("fth-monitor", text, "muted")
                : said("fth-monitor", text + silence(silent), "warning-text"));
    }

    private boolean isStale(Instant seen) {
        return new Freshness(around.clock().since(seen)).isStale();
    }

    private void called(Ticket here, List<ScreenReceipt> screens) {
        List<ScreenReceipt> silent = screens.stream().filter(screen -> screen.shownAt() == null).toList();
        int shown = screens.size() - silent.size();
        boolean late = !silent.isEmpty() && around.clock().since(here.lastAt()).compareTo(SILENT_AFTER) > 0;
        String text = late
                ? around.texts().of("desk.screens.some", shown, screens.size()) + silence(silent)
                : around.texts().of("desk.screens.shown", here.code(), shown, screens.size());
        box.getChildren().add(said("fth-monitor", text, late ? "warning-text" : silent.isEmpty() ? "success-text"
                : "muted", silent.isEmpty() || late ? "semibold" : "dense"));
        screens.stream().map(ScreenReceipt::spokenAt).filter(Objects::nonNull).max(Instant::compareTo)
                .ifPresent(spoken -> box.getChildren().add(said("fth-volume-2",
                        around.texts().of("desk.screens.spoken", around.formats().seconds(spoken)), "muted")));
    }

    private String silence(List<ScreenReceipt> silent) {
        return ", " + around.texts().of("desk.screens.silent",
                String.join(", ", silent.stream().map(ScreenReceipt::screen).toList()), silent.size());
    }

    private static Label said(String icon, String text, String... classes) {
        Label label = Labels.whole(text, "dense");
        label.getStyleClass().addAll(classes);
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add(classes[0]);
        label.setGraphic(picture);
        label.setGraphicTextGap(8);
        return label;
    }

    private void today(DayFigures today) {
        Region line = new Region();
        line.getStyleClass().addAll("divider", "vertical", "short");
        HBox you = new HBox(4, Labels.whole(around.texts().of("desk.today"), "dense", "muted"));
        you.getChildren().addAll(figure(String.valueOf(today.completed()), "desk.today.served"));
        box.getChildren().addAll(line, you, new HBox(4, figure(String.valueOf(today.noShows()),
                "desk.today.no_shows")));
        if (today.medianService() != null) {
            Node[] median = figure(Formats.span(today.medianService()), "desk.today.service");
            box.getChildren().add(new HBox(4, median[1], median[0]));
        }
    }

    private Node[] figure(String value, String key) {
        return new Node[]{Labels.whole(value, "dense", "semibold"),
            Labels.whole(around.texts().of(key), "dense", "muted")};
    }
}
