package dev.callboard.parts;

import java.util.List;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/**
 * Buttons in one line, the last of them at its end; where a language needs more room than there is, in two. One that may
 * grow ({@code HBox.hgrow}) first gives up what it has above its least width.
 */
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
        return insets() + getManagedChildren().stream().mapToDouble(ActionRow::least).max().orElse(0);
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
        double lacking = Math.max(0, prefWidth(-1) - width);
        boolean fits = lacking <= getManagedChildren().stream().mapToDouble(ActionRow::spare).sum();
        double x = getInsets().getLeft();
        double y = 0;
        List<Node> shown = getManagedChildren();
        double line = shown.stream().mapToDouble(child -> high(child, child.prefWidth(-1))).max().orElse(0);
        for (Node child : shown) {
            double less = fits ? Math.min(lacking, spare(child)) : 0;
            lacking -= less;
            double wide = child.prefWidth(-1) - less;
            if (x > getInsets().getLeft() && x + wide > right) {
                x = getInsets().getLeft();
                y += line + gap;
            }
            boolean last = child == shown.getLast();
            if (move) {
                double high = high(child, wide);
                child.resizeRelocate(fits && last ? right - wide : x,
                        getInsets().getTop() + y + Math.round((line - high) / 2), wide, high);
            }
            x += wide + gap;
        }
        return y + line;
    }

    private static double high(Node child, double wide) {
        return Math.max(child.minHeight(wide), child.prefHeight(wide));
    }

    private static double spare(Node child) {
        return child.prefWidth(-1) - least(child);
    }

    private static double least(Node child) {
        return HBox.getHgrow(child) == Priority.ALWAYS ? child.minWidth(-1) : child.prefWidth(-1);
    }

    private double insets() {
        return getInsets().getLeft() + getInsets().getRight();
    }
}
