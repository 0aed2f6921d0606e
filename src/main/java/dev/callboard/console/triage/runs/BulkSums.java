package dev.callboard.console.triage.runs;

import java.util.ArrayList;
import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.triage.CancelPreview;
import dev.callboard.triage.CancelSums;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a bulk cancel does in all, and on request product by product. */
final class BulkSums {
    private static final double LONGEST_LIST = 140;
    private static final double FIGURES = 116;

    private final Surroundings around;

    BulkSums(Surroundings around) {
        this.around = around;
    }

    List<Node> rows(CancelSums sums) {
        var texts = around.texts();
        List<Node> rows = new ArrayList<>();
        rows.add(row("fth-shopping-bag", texts.of("run.sum.orders", sums.orders()), texts.of("run.sum.orders.what")));
        rows.add(row("fth-package", texts.of("run.sum.units", sums.units()),
                texts.of("run.sum.units.what", sums.stock().size())));
        rows.add(row("fth-credit-card", around.formats().money(sums.refund()),
                sums.refunds() == 0 ? texts.of("run.sum.no_refund")
                        : texts.of("run.sum.refund.what", sums.refunds())));
        rows.add(row("fth-bell", texts.of("run.sum.tickets", sums.tickets()),
                texts.of("run.sum.tickets.what", sums.waiting())));
        if (!sums.stock().isEmpty()) {
            rows.add(products(sums));
        }
        return rows;
    }

    private static Node row(String icon, String figure, String words) {
        FontIcon mark = new FontIcon(icon);
        mark.getStyleClass().add("muted");
        mark.setIconSize(18);
        Label bold = new Label(figure) {
            @Override
            protected double computePrefWidth(double height) {
                return Math.max(FIGURES, super.computePrefWidth(height));
            }
        };
        bold.getStyleClass().add("semibold");
        bold.setMinWidth(Region.USE_PREF_SIZE);
        Label quiet = Labels.wrapped(words, "dense", "muted");
        HBox row = new HBox(12, mark, bold, quiet);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(28);
        return row;
    }

    private Node products(CancelSums sums) {
        VBox lines = new VBox(2);
        for (CancelPreview.StockEffect effect : sums.stock()) {
            Label name = Labels.of(effect.product(), "dense");
            name.setMinWidth(0);
            Label units = Labels.whole(around.formats().count(effect.units()), "dense", "semibold");
            Label change = Labels.whole(around.texts().of("run.sum.on_hand",
                    around.formats().count(effect.onHandNow()), around.formats().count(effect.onHandAfter())), "dense",
                    "muted");
            lines.getChildren().add(new HBox(12, name, Labels.space(), units, change));
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LONGEST_LIST);
        TitledPane pane = new TitledPane(around.texts().of("run.sum.products", sums.stock().size()), scroll);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add("products");
        return pane;
    }
}
