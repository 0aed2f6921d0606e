package dev.callboard.parts;

import java.util.List;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Buttons in one line, the last of them at its end; where a language needs more room than there is, in two. */
public final class ActionRow extends Pane {
    private double gap = 12;

    public double getGap() {
        return gap;
    }

    /** Between buttons and between lines, in pixels. */
    public void setGap(double pixels) {
        gap = pixels;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return insets() + getManagedChildren().stream().mapToDouble(child -> child.prefWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        List<Node> shown = getManagedChildren();
        return insets() + shown.stream().mapToDouble(child -> child.prefWidth(-1)).sum()
                + gap * Math.max(0, shown.size() - 1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width < 0 ? getWidth() : width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getInsets().getTop() + getInsets().getBottom() + place(width < 0 ? Double.MAX_VALUE : width, false);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    /** @return the height of the lines */
    private double place(double width, boolean move) {
        double right = width - getInsets().getRight();
        boolean fits = prefWidth(-1) <= width;
        double x = getInsets().getLeft();
        double y = 0;
        double line = 0;
        List<Node> shown = getManagedChildren();
        for (Node child : shown) {
            double wide = child.prefWidth(-1);
            double high = child.prefHeight(wide);
            if (x > getInsets().getLeft() && x + wide > right) {
                x = getInsets().getLeft();
                y += line + gap;
                line = 0;
            }
            boolean last = child == shown.getLast();
            if (move) {
                child.resizeRelocate(fits && last ? right - wide : x, getInsets().getTop() + y, wide, high);
            }
            x += wide + gap;
            line = Math.max(line, high);
        }
        return y + line;
    }

    private double insets() {
        return getInsets().getLeft() + getInsets().getRight();
    }
}
