package dev.callboard.parts;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows a window's content larger: letters, controls and gaps alike, on so much less room. */
public final class Zoom extends Region {
    private static final double WHOLE = 100;

    private final Region content;
    private final Scale scale = new Scale(1, 1);
    private final ReadOnlyDoubleWrapper roomWidth = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper roomHeight = new ReadOnlyDoubleWrapper();

    /** @param rightToLeft whether lines begin at the right */
    public Zoom(Region content, boolean rightToLeft) {
        this.content = content;
        setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        content.getTransforms().add(scale);
        getChildren().add(content);
        roomWidth.bind(widthProperty().divide(scale.xProperty()));
        roomHeight.bind(heightProperty().divide(scale.yProperty()));
    }

    /** @param percent 100 for the size as drawn */
    public void show(double percent) {
        scale.setX(percent / WHOLE);
        scale.setY(percent / WHOLE);
        requestLayout();
    }

    /** The width that the content has, in its own pixels. */
    public ReadOnlyDoubleProperty roomWidthProperty() {
        return roomWidth.getReadOnlyProperty();
    }

    /** The height that the content has, in its own pixels. */
    public ReadOnlyDoubleProperty roomHeightProperty() {
        return roomHeight.getReadOnlyProperty();
    }

    /** How much larger everything is: 1 for the size as drawn. */
    public double factor() {
        return scale.getX();
    }

    @Override
    public Orientation getContentBias() {
        return content.getContentBias();
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height < 0 ? height : height / factor()) * factor();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width < 0 ? width : width / factor()) * factor();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor(), getHeight() / factor());
    }
}
