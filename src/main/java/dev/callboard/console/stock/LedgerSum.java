package dev.callboard.console.stock;

import java.util.ArrayList;
import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.stock.ProductLedger;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The ledger as a sum that ends in what is on hand, or in what is missing: spread over one line, or over two where a
 * language needs more room.
 */
final class LedgerSum extends Pane {
    private static final String MINUS = "−";
    private static final double LEAST_GAP = 10;
    private static final double BETWEEN_LINES = 6;

    private final Surroundings around;
    private final List<Label> signs = new ArrayList<>();
    private final List<VBox> terms = new ArrayList<>();

    LedgerSum(Surroundings around) {
        this.around = around;
        getStyleClass().add("ledger-sum");
    }

    void show(ProductLedger ledger) {
        ProductLedger.Sums sums = ledger.sums();
        signs.clear();
        terms.clear();
        add("", term("opening", sums.opening()));
        add("+", term("received", sums.received()));
        add(MINUS, term("shipped", sums.shipped()));
        add("+", term("returned", sums.returned()));
        add(MINUS, term("written_off", sums.writtenOff()));
        if (sums.adjusted() != 0) {
            add(sums.adjusted() > 0 ? "+" : MINUS, term("adjusted", Math.abs(sums.adjusted())));
        }
        add("=", result(ledger));
        getChildren().setAll(terms);
        getChildren().addAll(signs);
    }

    private void add(String sign, VBox term) {
        signs.add(Labels.whole(sign, "muted"));
        terms.add(term);
    }

    private VBox term(String key, long units) {
        VBox term = new VBox(5, Labels.whole(around.texts().of("stock.sum." + key), "caption", "muted"),
                Labels.whole(around.formats().count(units), "semibold"));
        term.setAlignment(terms.isEmpty() ? Pos.CENTER_LEFT : Pos.CENTER);
        return term;
    }

    private VBox result(ProductLedger ledger) {
        boolean sound = ledger.unexplained() == 0;
        String ink = sound ? "success-text" : "failed-text";
        VBox term = term("on_hand", ledger.product().onHand());
        Label figure = (Label) term.getChildren().getLast();
        figure.getStyleClass().add(ink);
        FontIcon icon = new FontIcon(sound ? "fth-check" : "fth-x");
        icon.getStyleClass().add(ink);
        figure.setGraphic(icon);
        figure.setContentDisplay(ContentDisplay.RIGHT);
        if (!sound) {
            figure.setText(figure.getText() + " (" + (ledger.unexplained() > 0 ? "+" : MINUS)
                    + around.formats().count(Math.abs(ledger.unexplained())) + ")");
        }
        term.setAlignment(Pos.CENTER_RIGHT);
        return term;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        int lines = lines(width < 0 ? Double.MAX_VALUE : width);
        return getInsets().getTop() + getInsets().getBottom() + lines * lineHeight() + (lines - 1) * BETWEEN_LINES;
    }

    private double lineHeight() {
        return terms.stream().mapToDouble(term -> term.prefHeight(-1)).max().orElse(0);
    }

    private int lines(double width) {
        double needed = terms.stream().mapToDouble(term -> term.prefWidth(-1) + LEAST_GAP).sum() - LEAST_GAP;
        return needed <= width - getInsets().getLeft() - getInsets().getRight() ? 1 : 2;
    }

    @Override
    protected void layoutChildren() {
        int lines = lines(getWidth());
        int perLine = Math.ceilDiv(terms.size(), lines);
        double y = getInsets().getTop();
        for (int line = 0; line < lines; line++) {
            lay(line * perLine, Math.min(terms.size(), (line + 1) * perLine), y);
            y += lineHeight() + BETWEEN_LINES;
        }
    }

    private void lay(int from, int to, double y) {
        double left = getInsets().getLeft() + (from == 0 ? 0 : LEAST_GAP);
        double width = terms.subList(from, to).stream().mapToDouble(term -> term.prefWidth(-1)).sum();
        double gap = (getWidth() - getInsets().getRight() - left - width) / Math.max(1, to - from - 1);
        double x = left;
        for (int index = from; index < to; index++) {
            VBox term = terms.get(index);
            double before = index == from ? x - LEAST_GAP : figureEnd(terms.get(index - 1));
            term.resizeRelocate(Math.round(x), y, term.prefWidth(-1), lineHeight());
            sign(index, (before + figureStart(term)) / 2, y);
            x += term.prefWidth(-1) + gap;
        }
    }

    /** In the middle between the figures that it joins. */
    private void sign(int index, double middle, double y) {
        Label sign = signs.get(index);
        double wide = sign.prefWidth(-1);
        double high = figure(terms.get(index)).prefHeight(-1);
        sign.resizeRelocate(Math.round(middle - wide / 2), y + lineHeight() - high, wide, high);
    }

    private static Region figure(VBox term) {
        return (Region) term.getChildren().getLast();
    }

    private static double figureStart(VBox term) {
        double spare = term.getWidth() - figure(term).prefWidth(-1);
        return term.getLayoutX() + switch (term.getAlignment().getHpos()) {
            case LEFT -> 0;
            case CENTER -> spare / 2;
            case RIGHT -> spare;
        };
    }

    private static double figureEnd(VBox term) {
        return figureStart(term) + figure(term).prefWidth(-1);
    }
}
