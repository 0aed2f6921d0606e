package dev.callboard.console.cancel;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Chip;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.Texts;
import dev.callboard.triage.CancelPreview;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What goes back to stock: units, and on hand and available as they are and as they will be. */
final class CancelStockTable {
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final double SKU = 112;
    private static final double FIGURE = 88;

    private final Texts texts;

    CancelStockTable(Texts texts) {
        this.texts = texts;
    }

    /** @param was the same as shown before, or empty; a figure that changed since is marked */
    VBox of(List<CancelPreview.StockEffect> effects, List<CancelPreview.StockEffect> was) {
        VBox table = new VBox();
        table.getStyleClass().add("grid-table");
        HBox head = new HBox(head("cancel.column.sku", SKU, false), grow(head("cancel.column.product", 0, false)),
                head("cancel.column.returns", FIGURE, true), head("cancel.column.on_hand", FIGURE, true),
                head("cancel.column.available", FIGURE, true));
        head.getStyleClass().add("head");
        table.getChildren().add(head);
        effects.forEach(effect -> table.getChildren().add(line(effect, was.stream()
                .filter(before -> before.sku().equals(effect.sku())).findFirst().orElse(effect))));
        table.getChildren().getLast().pseudoClassStateChanged(LAST, true);
        return table;
    }

    private Node line(CancelPreview.StockEffect effect, CancelPreview.StockEffect was) {
        Label sku = sized(new Label(effect.sku()), SKU, false);
        sku.getStyleClass().add("muted");
        Label product = Labels.of(effect.product(), "medium");
        HBox name = new HBox(8, product);
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        if (effect.isBackOnSale()) {
            name.getChildren().add(new Chip(Meaning.SUCCESS, null, texts.of("cancel.back_on_sale")));
        }
        Label units = sized(new Label("+" + effect.units()), FIGURE, true);
        units.getStyleClass().add("semibold");
        HBox line = new HBox(sku, grow(name), units, change(effect.onHandNow(), effect.onHandAfter(), was.onHandNow()),
                change(effect.availableNow(), effect.availableAfter(), was.availableNow()));
        line.getStyleClass().add("line");
        return line;
    }

    private static Node change(long now, long after, long shownBefore) {
        Label before = Labels.of(String.valueOf(now), now == shownBefore ? "muted" : "warning-text");
        FontIcon arrow = new FontIcon("fth-arrow-right");
        arrow.getStyleClass().addAll("muted", "tiny");
        Label then = Labels.of(String.valueOf(after), "semibold", after == now ? "muted" : "success-text");
        HBox change = new HBox(6, before, arrow, then);
        change.setAlignment(Pos.CENTER_RIGHT);
        change.setMinWidth(FIGURE);
        return change;
    }

    private Label head(String key, double width, boolean right) {
        return sized(new Label(texts.of(key)), width, right);
    }

    private static Label sized(Label label, double width, boolean right) {
        if (width > 0) {
            label.setMinWidth(width);
            label.setMaxWidth(width);
        }
        label.setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        return label;
    }

    private static <N extends javafx.scene.layout.Region> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        node.setMaxWidth(Double.MAX_VALUE);
        return node;
    }
}
