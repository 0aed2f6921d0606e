package dev.callboard.board;

import java.time.Instant;

import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.util.Duration;

/** The board on a screen of any size: drawn at 1080 lines and scaled, without a cursor, moved a little each hour. */
public final class BoardWindow implements AutoCloseable {
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;
    private static final double SHIFT = 2;
    private static final Duration TICK = Duration.millis(125);

    private final BoardModel model;
    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private final Scene scene;
    private final Timeline ticks;

    public BoardWindow(BoardModel model, Texts texts) {
        this.model = model;
        this.content = new BoardScreen(model, texts).root();
        content.getTransforms().add(scale);
        Pane root = new Pane(content);
        this.scene = new Scene(root, WIDTH, HEIGHT);
        Theme.DARK.apply(scene, "board");
        scene.setCursor(Cursor.NONE);
        scene.widthProperty().addListener(change -> fit());
        scene.heightProperty().addListener(change -> fit());
        ticks = new Timeline(new KeyFrame(TICK, tick -> tick()));
        ticks.setCycleCount(Animation.INDEFINITE);
        ticks.play();
        fit();
    }

    private void fit() {
        double factor = Math.min(scene.getWidth() / WIDTH, scene.getHeight() / HEIGHT);
        scale.setX(factor);
        scale.setY(factor);
        content.resize(scene.getWidth() / factor, scene.getHeight() / factor);
        content.setPrefSize(scene.getWidth() / factor, scene.getHeight() / factor);
    }

    private void tick() {
        model.tick();
        shift(model.now());
    }

    /** Moves the picture by two pixels, a new way each hour, so that nothing burns in. */
    private void shift(Instant now) {
        long hour = now.getEpochSecond() / 3_600;
        content.setTranslateX(hour % 4 == 1 || hour % 4 == 2 ? SHIFT : 0);
        content.setTranslateY(hour % 4 >= 2 ? SHIFT : 0);
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
