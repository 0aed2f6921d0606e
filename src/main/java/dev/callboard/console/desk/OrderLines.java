package dev.callboard.console.desk;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a visitor takes home, line by line, and where each of it lies. */
final class OrderLines {
    private static final int LINES_WITHOUT_SCROLLING = 6;
    private static final int LEAST_LINES = 2;
    private static final double LINE_HEIGHT = 36;
    private static final double QUANTITY = 36;
    private static final double PRODUCT = 287;
    private static final double LEAST_PRODUCT = 80;
    private static final double SKU = 124;

    private final Surroundings around;

    OrderLines(Surroundings around) {
        this.around = around;
    }

    Node of(LinkedOrder order) {
        VBox box = new VBox();
        order.lines().forEach(line -> box.getChildren().add(line(line)));
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("order-lines");
        int lines = order.lines().size();
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefHeight(Math.min(LINES_WITHOUT_SCROLLING, lines) * LINE_HEIGHT);
        scroll.setMinHeight(Math.min(LEAST_LINES, lines) * LINE_HEIGHT);
        return scroll;
    }

    private Node line(LinkedOrder.Line line) {
        HBox quantity = new HBox(4, Labels.whole(String.valueOf(line.quantity()), "semibold"),
                Labels.whole("×", "muted"));
        quantity.setMinWidth(QUANTITY);
        quantity.setAlignment(Pos.CENTER_RIGHT);
        Label product = Labels.of(line.product(), "medium");
        product.setTooltip(new Tooltip(line.product()));
        product.setPrefWidth(PRODUCT);
        product.setMinWidth(LEAST_PRODUCT);
        Label sku = Labels.of(line.sku(), "dense", "muted");
        sku.setPrefWidth(SKU);
        Label shelf = Labels.of(line.shelf() == null ? "" : line.shelf(), "dense", "muted", "order-place");
        Label price = Labels.whole(around.formats().money(line.price()));
        HBox row = new HBox(quantity, product, sku, shelf, Labels.space(), price);
        row.getStyleClass().add("order-line");
        return row;
    }
}
