package dev.callboard.app;

import java.util.Optional;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts windows on the screen so that all of them is seen, also where no window manager sees to that. */
final class OnScreen {
    private OnScreen() {}

    /** Lets a visitors' window fill its screen, which no key ends. */
    static void fill(Stage stage, Scene scene) {
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        place(stage, Screen.getPrimary().getBounds());
        stage.setFullScreen(true);
        stage.show();
    }

    /** Shows a window in the size of its scene, or in that of the screen where this is smaller and there is one. */
    static void fit(Stage stage, Scene scene) {
        stage.setScene(scene);
        if (Toolkit.isHeadless()) {
            stage.show();
            return;
        }
        within(Screen.getPrimary().getVisualBounds(), scene.getWidth(), scene.getHeight())
                .ifPresent(all -> place(stage, all));
        stage.show();
    }

    /** The place of a window that would reach beyond the screen; empty for one that has room in the middle of it. */
    static Optional<Rectangle2D> within(Rectangle2D screen, double width, double height) {
        if (width <= screen.getWidth() && height <= screen.getHeight()) {
            return Optional.empty();
        }
        double wide = Math.min(width, screen.getWidth());
        double high = Math.min(height, screen.getHeight());
        return Optional.of(new Rectangle2D(screen.getMinX() + (screen.getWidth() - wide) / 2,
                screen.getMinY() + (screen.getHeight() - high) / 2, wide, high));
    }

    private static void place(Stage stage, Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
    }
}
