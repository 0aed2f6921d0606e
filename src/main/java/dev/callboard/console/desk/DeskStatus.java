package dev.callboard.console.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import dev.callboard.console.Surroundings;
import dev.callboard.live.Freshness;
import dev.callboard.parts.Formats;
import dev.callboard.parts.InPlace;
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
    private final SaidLine screens = new SaidLine("fth-monitor");
    private final SaidLine spoken = new SaidLine("fth-volume-2");
    private final Label served = figure();
    private final Label noShows = figure();
    private final Label service = figure();
    private final List<Node> today;
    private final HBox median;

    DeskStatus(Surroundings around) {
        this.around = around;
        box.getStyleClass().add("status");
        box.setMinWidth(0);
        Region line = new Region();
        line.getStyleClass().addAll("divider", "vertical", "short");
        today = List.of(line, new HBox(4, quiet("desk.today"), served, quiet("desk.today.served")),
                new HBox(4, noShows, quiet("desk.today.no_shows")));
        median = new HBox(4, quiet("desk.today.service"), service);
    }

    private static Label figure() {
        return Labels.whole("", "dense", "semibold");
    }

    private Label quiet(String key) {
        return Labels.of(around.texts().of(key), "dense", "muted");
    }

    Node node() {
        return box;
    }

    void show(DeskSnapshot now, boolean stale) {
        List<Node> shown = new ArrayList<>(List.of(screens));
        if (stale) {
            screens.say(around.texts().of("desk.screens.unknown"), "warning-text", "dense");
        } else {
            if (drawScreens(now.sight().ticket(), now.screens())) {
                shown.add(spoken);
            }
            shown.addAll(today);
            if (drawToday(now.sight().today())) {
                shown.add(median);
            }
        }
        InPlace.update(box.getChildren(), shown, Function.identity());
    }

    /** @return whether the call was spoken */
    private boolean drawScreens(Ticket here, List<ScreenReceipt> receipts) {
        if (receipts.isEmpty()) {
            screens.say(around.texts().of("desk.screens.none"), "muted", "dense");
            return false;
        }
        if (here == null || here.state() == TicketState.SERVING) {
            drawIdle(receipts);
            return false;
        }
        drawCalled(here, receipts);
        Optional<Instant> last = receipts.stream().map(ScreenReceipt::spokenAt).filter(Objects::nonNull)
                .max(Instant::compareTo);
        last.ifPresent(at -> spoken.say(around.texts().of("desk.screens.spoken", around.formats().seconds(at)),
                "muted", "dense"));
        return last.isPresent();
    }

    private void drawIdle(List<ScreenReceipt> receipts) {
        List<ScreenReceipt> silent = receipts.stream().filter(screen -> isStale(screen.seenAt())).toList();
        String text = around.texts().of("desk.screens.up_to_date", receipts.size() - silent.size(), receipts.size());
        screens.say(silent.isEmpty() ? text : text + silence(silent), silent.isEmpty() ? "muted" : "warning-text",
                "dense");
    }

    private boolean isStale(Instant seen) {
        return new Freshness(around.clock().since(seen)).isStale();
    }

    private void drawCalled(Ticket here, List<ScreenReceipt> receipts) {
        List<ScreenReceipt> silent = receipts.stream().filter(screen -> screen.shownAt() == null).toList();
        int shown = receipts.size() - silent.size();
        boolean late = !silent.isEmpty() && around.clock().since(here.lastAt()).compareTo(SILENT_AFTER) > 0;
        String text = late
                ? around.texts().of("desk.screens.some", shown, receipts.size()) + silence(silent)
                : around.texts().of("desk.screens.shown", here.code(), shown, receipts.size());
        screens.say(text, late ? "warning-text" : silent.isEmpty() ? "success-text" : "muted",
                silent.isEmpty() || late ? "semibold" : "dense");
    }

    private String silence(List<ScreenReceipt> silent) {
        return ", " + around.texts().of("desk.screens.silent",
                String.join(", ", silent.stream().map(ScreenReceipt::screen).toList()), silent.size());
    }

    /** @return whether there is a median to show */
    private boolean drawToday(DayFigures figures) {
        served.setText(String.valueOf(figures.completed()));
        noShows.setText(String.valueOf(figures.noShows()));
        service.setText(figures.medianService() == null ? "" : Formats.span(figures.medianService()));
        return figures.medianService() != null;
    }
}
