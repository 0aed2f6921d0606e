package dev.callboard.kiosk;

import dev.callboard.parts.Theme;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.util.Duration;

/** The kiosk on a screen of any size: drawn 1080 wide and at least 1920 high, and scaled. */
public final class KioskWindow implements AutoCloseable {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 1920;

    private final KioskModel model;
    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private final Scene scene;
    private final Timeline ticks;

    public KioskWindow(KioskModel model) {
        this.model = model;
        KioskScreen screen = new KioskScreen(model);
        this.content = screen.root();
        content.getTransforms().add(scale);
        Pane root = new Pane(content);
        this.scene = new Scene(root, WIDTH, HEIGHT);
        Theme.LIGHT.apply(scene, "kiosk");
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> model.touched());
        new KioskKeys(scene, model);
        scene.widthProperty().addListener(change -> fit());
        scene.heightProperty().addListener(change -> fit());
        ticks = new Timeline(new KeyFrame(Duration.millis(250), tick -> {
            model.readAloud(Platform.isAccessibilityActive());
            model.tick();
            screen.showClock();
        }));
        ticks.setCycleCount(Animation.INDEFINITE);
        ticks.play();
        fit();
    }

    private void fit() {
        double factor = Math.min(scene.getWidth() / WIDTH, scene.getHeight() / HEIGHT);
        scale.setX(factor);
        scale.setY(factor);
        double height = scene.getHeight() / factor;
        content.setPrefSize(WIDTH, height);
        content.resize(WIDTH, height);
        content.setLayoutX((scene.getWidth() - WIDTH * factor) / 2);
    }

    public Scene scene() {
        return scene;
    }

    /** Stops ticking and reading. */
    @Override
    public void close() {
        ticks.stop();
        model.close();
    }
}
