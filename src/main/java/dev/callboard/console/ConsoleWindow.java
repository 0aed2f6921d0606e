package dev.callboard.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.FirstRead;
import dev.callboard.parts.Hotkeys;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Note;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.ReadOnlyBar;
import dev.callboard.parts.StaleBar;
import dev.callboard.parts.Theme;
import dev.callboard.parts.Zoom;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The window: rail, header, the screen in front, status bar; and the keys that work everywhere. */
public final class ConsoleWindow implements AutoCloseable {
    private static final double NARROW = 1320;
    private static final double LOW = 840;
    private static final double LONGEST_FAULT = 620;

    private final Surroundings around;
    private final Scene scene;
    private final Zoom zoom;
    private final Overlay overlay;
    private final Rail rail;
    private final ConnectionLine connection;
    private final FrontState state;
    private final Keymap keys = new Keymap();
    private final Map<ScreenPlace, Screen> visited = new HashMap<>();
    private final Map<Screen, FirstRead> firstReads = new HashMap<>();
    private final List<ScreenPlace> places;
    private final Deque<ScreenPlace> cameFrom = new ArrayDeque<>();
    private final Timeline second = new Timeline(new KeyFrame(Duration.seconds(1), tick -> tick()));
    private final Label fault = new Label();
    private final Label read = Labels.whole("", "dense", "muted");
    private Screen front;

    @FXML
    private VBox railItems;
    @FXML
    private Label initials;
    @FXML
    private BorderPane screen;
    @FXML
    private HBox headerFacts;
    @FXML
    private HBox connectionBox;
    @FXML
    private StaleBar staleBar;
    @FXML
    private ReadOnlyBar readOnlyBar;
    @FXML
    private StatusBar statusBar;

    /** @param places the screens of the rail, from the top */
    public ConsoleWindow(Surroundings around, List<ScreenPlace> places, Theme theme) {
        this.around = around;
        this.places = List.copyOf(places);
        StackPane root = around.fxml().load("console/console", this);
        this.zoom = new Zoom(root, around.texts().isRightToLeft());
        this.overlay = new Overlay(root);
        this.rail = new Rail(railItems, places, around.texts(), this::show);
        this.connection = new ConnectionLine(connectionBox, around.connection(), around.texts());
        this.state = new FrontState(around, screen, staleBar, readOnlyBar, connection, read);
        this.scene = new Scene(zoom, 1440, 900);
        theme.apply(scene, "console");
        initials.setText(around.connection().initials());
        staleBar.onTryNow(around.texts().of("stale.try_now"), this::readNow);
        fault.getStyleClass().addAll("dense", "warning-text");
        fault.setMaxWidth(LONGEST_FAULT);
        statusBar.managedProperty().bind(statusBar.visibleProperty());
        around.rights().heldProperty().addListener((property, before, now) -> state.showRights(front));
        around.rights().ask();
        around.faults().latestProperty().addListener((property, before, now) -> showFault(now));
        places.forEach(place -> keys.bindEverywhere("Alt+" + place.digit(),
                around.texts().of("rail." + place.name()), () -> show(place)));
        keys.bindEverywhere("F1", around.texts().of("key.help"), this::help);
        keys.bindEverywhere("F5", around.texts().of("key.read_again"), this::readNow);
        keys.bindEverywhere("Alt+Left", around.texts().of("key.back"), this::goBack);
        new Hotkeys(scene, this::keysInForce);
        zoom.roomWidthProperty().addListener(change -> measure());
        zoom.roomHeightProperty().addListener(change -> measure());
        second.setCycleCount(Animation.INDEFINITE);
        second.play();
        show(places.getFirst());
    }

    /** Shows everything in this theme and so large from now on. @param percent 100 for the size as drawn */
    public void dress(Theme theme, int percent) {
        theme.apply(scene, "console");
        zoom.show(percent);
    }

    /** What opens the connections: the connection's name in the header does, and a key. */
    public void onConnections(Runnable open) {
        connection.onPress(open);
        keys.bindEverywhere("Ctrl+Shift+O", around.texts().of("connect.open"), open);
    }

    private List<Keymap> keysInForce() {
        FirstRead reading = firstReads.get(front);
        return overlay.keys().map(List::of).orElseGet(() -> reading.isStoppable()
                ? List.of(reading.keys(), keys)
                : List.of(front.parts().keys(), keys));
    }

    /** How many jobs failed for good, said at that screen's place in the rail while another is in front. */
    public void countFailed(ScreenPlace place, ObservableValue<Long> jobs) {
        jobs.subscribe(now -> rail.count(place, now == null || now == 0 ? "" : around.formats().count(now),
                around.texts().of("rail.failed", now == null ? 0 : now)));
    }

    /** Brings a screen to the front; the one before stops reading. */
    public void show(ScreenPlace place) {
        Screen next = visited.computeIfAbsent(place, this::build);
        if (next == front) {
            return;
        }
        if (front != null) {
            front.parts().model().close();
        }
        front = next;
        rail.markActive(place);
        headerFacts.getChildren().setAll(next.parts().header());
        screen.setCenter(firstReads.get(next));
        statusBar.getLeftItems().setAll(next.parts().status());
        showFault(around.faults().latestProperty().get());
        // a fault is said even where a screen has a foot of its own
        statusBar.visibleProperty().bind(
                Bindings.not(next.hasOwnFoot()).or(around.faults().latestProperty().isNotNull()));
        next.parts().model().open();
        state.showRights(front);
        tick();
    }

    /** As {@link Travel#go}; Alt+Left leads back. */
    public void go(String name, String what) {
        places.stream().filter(place -> place.name().equals(name)).findFirst().ifPresent(place -> {
            visited.forEach((here, screen) -> {
                if (screen == front) {
                    cameFrom.push(here);
                }
            });
            show(place);
            front.find(what);
        });
    }

    private void goBack() {
        if (!cameFrom.isEmpty()) {
            show(cameFrom.pop());
        }
    }

    private void showFreshness(Screen screenOfNews) {
        if (screenOfNews == front) {
            state.showFreshness(front);
        }
    }

    private Screen build(ScreenPlace place) {
        Screen built = place.build().apply(overlay);
        built.parts().sight().snapshotProperty().addListener((property, before, now) -> showFreshness(built));
        built.parts().sight().staleProperty().addListener((property, before, now) -> showFreshness(built));
        firstReads.put(built, new FirstRead(built.parts().content(), built.parts().sight(), around.texts(),
                around.texts().of("rail." + place.name())));
        return built;
    }

    /** Carries every clock on by a second; on a stale screen they stand still. */
    private void tick() {
        front.parts().sight().tick();
        if (!front.parts().sight().staleProperty().get()) {
            around.clock().tick();
        }
        state.showFreshness(front);
    }

    private void showFault(Note now) {
        if (now == null) {
            statusBar.getRightItems().setAll(front.statusEnd().orElse(read));
        } else {
            fault.setText(now.text());
            fault.setTooltip(new Tooltip(now.text()));
            fault.setGraphic(new FontIcon("fth-alert-triangle"));
            statusBar.getRightItems().setAll(fault);
        }
    }

    private void measure() {
        screen.getStyleClass().removeAll("narrow", "low");
        if (zoom.roomWidthProperty().get() < NARROW) {
            screen.getStyleClass().add("narrow");
        }
        if (zoom.roomHeightProperty().get() < LOW) {
            screen.getStyleClass().add("low");
        }
    }

    @FXML
    private void help(ActionEvent press) {
        help();
    }

    private void help() {
        new HelpSheet(overlay, around.texts()).open(List.of(front.parts().keys(), keys));
    }

    /** Reads the screen in front again, now. */
    public void readNow() {
        front.parts().sight().readNow();
    }

    public Scene scene() {
        return scene;
    }

    /** Stops reading, ticking and hearing. */
    @Override
    public void close() {
        second.stop();
        if (front != null) {
            front.parts().model().close();
        }
    }
}
