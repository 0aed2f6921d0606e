package dev.callboard.parts;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/** As high as what it holds is at the width that it gets; a plain one reckons with lines that are never broken. */
public final class FittingScroll extends ScrollPane {

    public FittingScroll() {
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
