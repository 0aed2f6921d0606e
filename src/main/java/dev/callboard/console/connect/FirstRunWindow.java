package dev.callboard.console.connect;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Hotkeys;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.Spinner;
import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

/** The first start: a sample shop at one press, or a shop that exists. Used on the FX thread. */
public final class FirstRunWindow {
    private static final String TICKET = "M7 0 H57 A7 7 0 0 1 64 7 V18 A8 8 0 0 0 64 34 V44 A7 7 0 0 1 57 51 H7 "
            + "A7 7 0 0 1 0 44 V34 A8 8 0 0 0 0 18 V7 A7 7 0 0 1 7 0 Z";
    private static final String LINES = "M21 14 H43 A3 3 0 0 1 43 20 H21 A3 3 0 0 1 21 14 Z "
            + "M21 31 H32 A3 3 0 0 1 32 37 H21 A3 3 0 0 1 21 31 Z";

    /** What a start does, in this order. */
    public enum Step {
        POSTGRES, REDIS, SHOP
    }

    /** Where it leads. */
    public interface Ways {
        void sample();

        void newConnection();

        void importProfile();

        void stop();
    }

    private final Texts texts;
    private final Scene scene;
    private final Chip starting;
    private final VBox steps = new VBox();
    private final ProgressBar progress = new ProgressBar(0);
    private final ActionButton start;
    private final ActionButton stop;
    private final ActionButton create;
    private final ActionButton choose;

    public FirstRunWindow(Texts texts, Ways ways, Theme theme) {
        this.texts = texts;
        this.starting = new Chip(Meaning.ACCENT, null, texts.of("first.starting"));
        this.start = button("connect.sample", "Ctrl,E", "primary", ways::sample);
        this.stop = button("stop", "Esc", "small", ways::stop);
        this.create = button("first.new", "Ctrl,N", "", ways::newConnection);
        this.choose = button("first.choose", "Ctrl,O", "", ways::importProfile);
        VBox root = new VBox(mark(), Labels.of(texts.of("first.welcome"), "welcome"),
                Labels.of(texts.of("first.purpose"), "purpose"), new HBox(16, main(), new VBox(16,
                        way("first.connect", "first.connect_detail", create, 200),
                        way("first.import", null, choose, 102))));
        root.getStyleClass().add("first-run");
        ((HBox) root.getChildren().getLast()).getStyleClass().add("ways");
        this.scene = new Scene(root, 900, 600);
        theme.apply(scene, "connect");
        Keymap keys = new Keymap().bindEverywhere("Ctrl+E", texts.of("connect.sample"), start::fire)
                .bindEverywhere("Ctrl+N", texts.of("first.new"), create::fire)
                .bindEverywhere("Ctrl+O", texts.of("first.choose"), choose::fire)
                .bindEverywhere("Esc", texts.of("stop"), stop::fire);
        new Hotkeys(scene, () -> List.of(keys));
        show(false);
    }

    private ActionButton button(String key, String keys, String kind, Runnable action) {
        ActionButton button = new ActionButton();
        button.setText(texts.of(key));
        button.setKeys(keys);
        if (!kind.isEmpty()) {
            button.setKind(kind);
        }
        button.setOnAction(press -> action.run());
        return button;
    }

    private static Region mark() {
        SVGPath ticket = new SVGPath();
        ticket.setContent(TICKET);
        ticket.getStyleClass().add("mark-ticket");
        SVGPath lines = new SVGPath();
        lines.setContent(LINES);
        lines.getStyleClass().add("mark-lines");
        return new StackPane(ticket, lines);
    }

    private VBox main() {
        HBox head = new HBox(Labels.of(texts.of("connect.try"), "title"), Labels.space(), starting);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(start, stop);
        buttons.getStyleClass().add("buttons");
        VBox main = new VBox(head, Labels.of(texts.of("first.try_detail"), "dense", "muted"), steps, progress,
                buttons);
        VBox.setVgrow(steps, Priority.ALWAYS);
        steps.getStyleClass().add("steps");
        progress.setMaxWidth(Double.MAX_VALUE);
        main.getStyleClass().addAll("way", "main");
        return main;
    }

    private VBox way(String title, String detail, ActionButton button, double height) {
        VBox way = new VBox(Labels.of(texts.of(title), "title"));
        way.getStyleClass().addAll("way", "side");
        if (detail == null) {
            way.getStyleClass().add("short");
        } else {
            Region space = new Region();
            VBox.setVgrow(space, Priority.ALWAYS);
            way.getChildren().addAll(Labels.wrapped(texts.of(detail), "dense", "muted"), space);
        }
        way.getChildren().add(new HBox(button));
        way.setMinHeight(height);
        way.setMaxHeight(height);
        return way;
    }

    private void show(boolean running) {
        for (Region part : List.of(starting, steps, progress, stop)) {
            part.setVisible(running);
            part.setManaged(running);
        }
        start.setVisible(!running);
        start.setManaged(!running);
        String reason = running ? texts.of("first.step.shop") : null;
        create.disabledReasonProperty().set(reason);
        choose.disabledReasonProperty().set(reason);
    }

    /** The start is under way, at this step. */
    public void begin(Step step) {
        show(true);
        progress.setProgress((step.ordinal() + 0.05) / Step.values().length);
        steps.getChildren().add(row(step, new Spinner(20), ""));
    }

    /** This step is done. */
    public void done(Step step, Duration took) {
        finish(step, texts.of("first.seconds",
                String.format(Locale.ROOT, "%.1f", took.toMillis() / 1_000.0)));
    }

    /** What there is to tell of a step that goes on. */
    public void tell(Step step, String detail) {
        steps.getChildren().removeLast();
        steps.getChildren().add(row(step, new Spinner(20), detail));
        progress.setProgress(0.68);
    }

    private void finish(Step step, String detail) {
        steps.getChildren().removeLast();
        steps.getChildren().add(row(step, new FontIcon("fth-check-circle"), detail));
        progress.setProgress((step.ordinal() + 1.0) / Step.values().length);
    }

    private HBox row(Step step, Node icon, String detail) {
        HBox row = new HBox(icon, Labels.of(texts.of("first.step." + step.name().toLowerCase(Locale.ROOT)),
                "semibold"), Labels.space(), Labels.whole(detail, "dense", "muted"));
        row.getStyleClass().add("step");
        return row;
    }

    public Scene scene() {
        return scene;
    }
}
