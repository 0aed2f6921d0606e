package dev.callboard.parts;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Something is under way. Turns only while it is on a screen. */
public final class Spinner extends StackPane {
    private final RotateTransition turning = new RotateTransition(Duration.seconds(1), this);

    /** A spinner as large as an icon of that size in pixels. */
    public Spinner(double size) {
        getStyleClass().add("spinning");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        FontIcon rays = new FontIcon("fth-loader");
        rays.setIconSize((int) size);
        getChildren().add(rays);
        turning.setByAngle(360);
        turning.setInterpolator(Interpolator.LINEAR);
        turning.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((scene, before, now) -> {
            if (now == null) {
                turning.stop();
            } else {
                turning.play();
            }
        });
    }
}
