package dev.callboard.app;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A part of a window as it is at this moment, cut out with its shadow. */
final class Cutting {
    private Cutting() {}

    /** A node of the size of the part; its shadow reaches beyond. On the FX thread. */
    static Region of(Node part) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        ImageView picture = new ImageView(part.snapshot(clear, null));
        Bounds whole = part.getBoundsInParent();
        picture.relocate(Math.floor(whole.getMinX() - part.getLayoutX()),
                Math.floor(whole.getMinY() - part.getLayoutY()));
        Pane place = new Pane(picture);
        place.setMinSize(part.getLayoutBounds().getWidth(), part.getLayoutBounds().getHeight());
        place.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        place.setPrefSize(part.getLayoutBounds().getWidth(), part.getLayoutBounds().getHeight());
        return place;
    }
}
