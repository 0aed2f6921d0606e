package dev.callboard.parts;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.util.Duration;

/** Something is under way. Turns only while it is on a screen. */
public final class Spinner extends Region {
    private final RotateTransition turning = new RotateTransition(Duration.seconds(1), this);

    /** A spinner as large as an icon of that size in pixels. */
    public Spinner(double size) {
        getStyleClass().add("spinner");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        Arc ring = new Arc(size / 2, size / 2, size / 2 - 1.5, size / 2 - 1.5, 90, -270);
        ring.getStyleClass().add("ring");
        getChildren().add(ring);
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
