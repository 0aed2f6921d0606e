package dev.callboard.board;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Figures;
import dev.callboard.parts.Fxml;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.Queue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Draws the board as its model says, at 1080 lines. */
public final class BoardScreen {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double ROW_FIGURE = 112;

    private final BoardModel model;
    private final Texts texts;
    private final CalledBlock called;
    private final Region root;

    @FXML
    private HBox header;
    @FXML
    private Label clock;
    @FXML
    private Label date;
    @FXML
    private Label shop;
    @FXML
    private HBox staleBar;
    @FXML
    private Label staleWords;
    @FXML
    private Label staleClock;
    @FXML
    private HBox staleRowsHead;
    @FXML
    private StackPane block;
    @FXML
    private VBox rows;
    @FXML
    private Label waiting;
    @FXML
    private Label page;
    @FXML
    private HBox tiles;

    public BoardScreen(BoardModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.called = new CalledBlock(texts);
        this.root = new Fxml(texts).load("board/board", this);
        shop.setText(model.shop());
        staleBar.managedProperty().bind(staleBar.visibleProperty());
        staleRowsHead.visibleProperty().bind(staleBar.visibleProperty());
        staleRowsHead.managedProperty().bind(staleBar.visibleProperty());
        header.visibleProperty().bind(staleBar.visibleProperty().not());
        page.managedProperty().bind(page.textProperty().isNotEmpty());
        model.viewProperty().addListener((property, before, now) -> draw(before, now));
        draw(null, model.viewProperty().get());
    }

    Region root() {
        return root;
    }

    private void draw(BoardView before, BoardView now) {
        if (now.equals(before)) {
            return;
        }
        root.pseudoClassStateChanged(STALE, now.isStale());
        staleBar.setVisible(now.isStale());
        staleWords.setText(texts.of("board.behind", now.secondsBehind()));
        clock.setText(now.clock());
        staleClock.setText(now.clock());
        date.setText(now.date());
        waiting.setText(now.isStale() ? texts.of("board.waiting_at", now.asOf()) : texts.of("board.waiting"));
        page.setText(now.page());
        block.getChildren().setAll(now.kind() == BoardView.Kind.CALLS ? called.of(now) : quiet(now));
        rows.getChildren().setAll(now.rows().stream().map(this::row).toList());
        for (int missing = now.rows().size(); missing < BoardStage.ROWS; missing++) {
            rows.getChildren().add(sized(new HBox()));
        }
        tiles.getChildren().setAll(now.tiles().stream().map(this::tile).toList());
    }

    private Parent quiet(BoardView now) {
        VBox quiet = new VBox(Labels.of(now.clock(), "big"), Labels.wrapped(now.note(), "small"));
        quiet.getStyleClass().add("quiet-block");
        return quiet;
    }

    private Node row(BoardView.Call call) {
        HBox code = new HBox(Figures.bold(call.code(), ROW_FIGURE, 350));
        code.getStyleClass().add("code");
        Text figure = call.withdrawn() ? Figures.plain(texts.of("board.please_wait"), 40, 180)
                : Figures.bold(call.counter().shortest(), ROW_FIGURE, 140);
        HBox row = new HBox(code, new FontIcon("fth-arrow-right"), Labels.space(), figure);
        row.getStyleClass().add("row");
        row.pseudoClassStateChanged(CalledBlock.INVERTED, call.inverted());
        return sized(row);
    }

    private static Node sized(HBox row) {
        VBox.setVgrow(row, Priority.ALWAYS);
        row.setMaxHeight(Double.MAX_VALUE);
        row.setMinHeight(0);
        row.setPrefHeight(1);
        return row;
    }

    private Node tile(Queue queue) {
        Label name = Labels.of(model.tileName(queue, nameThatFits(queue)), "name");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.setWrapText(true);
        HBox tile = new HBox(Labels.whole(queue.code(), "queue"), name,
                Labels.whole(String.valueOf(queue.waiting()), "count"));
        tile.getStyleClass().add("tile");
        tile.setMaxHeight(Double.MAX_VALUE);
        tile.setPrefWidth(1);
        tile.setMinWidth(0);
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }

    /** Beside the word for its state a long name keeps its first word only. */
    private String nameThatFits(Queue queue) {
        boolean alone = model.tileName(queue, "").isEmpty();
        List<String> words = List.of(queue.name().split("\\s+"));
        return alone || words.size() == 1 ? queue.name() : words.getFirst();
    }
}
