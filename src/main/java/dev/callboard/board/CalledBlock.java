package dev.callboard.board;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Figures;
import dev.callboard.parts.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Draws who is called now: one number over the whole block, or two or three in bands. */
final class CalledBlock {
    static final PseudoClass INVERTED = PseudoClass.getPseudoClass("inverted");
    static final PseudoClass WITHDRAWN = PseudoClass.getPseudoClass("withdrawn");
    private static final double ROOM = 1_090;
    private static final double UNDER_HEADING = 110;
    private static final double BAND_NUMBER = 200;

    private final Texts texts;

    CalledBlock(Texts texts) {
        this.texts = texts;
    }

    Node of(BoardView view) {
        List<BoardView.Call> calls = view.bands();
        if (calls.size() == 1) {
            return whole(calls.getFirst(), view);
        }
        VBox bands = new VBox();
        bands.getStyleClass().add("bands");
        calls.forEach(call -> bands.getChildren().add(band(call, calls.size())));
        return bands;
    }

    private Region whole(BoardView.Call call, BoardView view) {
        HBox heading = new HBox();
        heading.getStyleClass().add("heading");
        if (!view.isStale() && !call.withdrawn()) {
            heading.getChildren().add(new FontIcon("fth-bell"));
        }
        heading.getChildren().add(Figures.plain(
                view.isStale() ? texts.of("board.last_known", view.asOf()) : texts.of("board.now_called"), 59.5, ROOM));
        heading.setVisible(!call.withdrawn());
        Text code = Figures.bold(call.code(), numberSize(call.code()), ROOM);
        StackPane.setMargin(code, new Insets(UNDER_HEADING, 0, 0, 0));
        StackPane number = new StackPane(code, heading);
        number.getStyleClass().add("number");
        StackPane.setAlignment(heading, Pos.TOP_CENTER);
        VBox.setVgrow(number, Priority.ALWAYS);
        Region line = new Region();
        line.getStyleClass().add("line");
        return dressed(new VBox(number, line, where(call, 100, 216, ROOM)), call);
    }

    /** Smaller where the code is longer, as the table of sizes says. */
    private static double numberSize(String code) {
        return switch (code.length()) {
            case 0, 1, 2, 3, 4, 5 -> 356;
            case 6 -> 296;
            default -> 252;
        };
    }

    private Region band(BoardView.Call call, int bands) {
        double size = BAND_NUMBER - (bands - 2) * 40;
        StackPane number = new StackPane(Figures.bold(call.code(), size, 620));
        number.setMinWidth(660);
        number.setMinHeight(0);
        HBox where = where(call, 60, size * 0.8, 420);
        HBox.setHgrow(where, Priority.ALWAYS);
        HBox band = new HBox(number, where);
        band.setAlignment(Pos.CENTER_LEFT);
        band.getStyleClass().add("band");
        VBox.setVgrow(band, Priority.ALWAYS);
        band.setMaxHeight(Double.MAX_VALUE);
        band.setPrefHeight(1);
        return dressed(band, call);
    }

    private HBox where(BoardView.Call call, double wordSize, double figureSize, double room) {
        HBox where = new HBox();
        where.getStyleClass().add("where");
        if (call.withdrawn()) {
            where.getChildren().add(Figures.plain(texts.of("board.please_wait"), wordSize, room));
            return where;
        }
        String word = call.counter().word().isEmpty() ? texts.of("board.counter") : call.counter().word();
        Text figure = Figures.bold(call.counter().figure(), figureSize, room);
        double left = room - figure.getLayoutBounds().getWidth() - 60;
        where.getChildren().add(Figures.plain(word, wordSize, left));
        if (!call.counter().figure().isEmpty()) {
            where.getChildren().add(figure);
        }
        return where;
    }

    private static Region dressed(Region block, BoardView.Call call) {
        block.getStyleClass().add("call-block");
        block.pseudoClassStateChanged(INVERTED, call.inverted());
        block.pseudoClassStateChanged(WITHDRAWN, call.withdrawn());
        return block;
    }
}
