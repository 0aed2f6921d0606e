package dev.callboard.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A card with its title, and what stands at the right of the title. */
public final class Card extends VBox {
    private final Label title = new Label();
    private final HBox aside = new HBox(8);
    private final VBox body = new VBox();
    private Object content;

    public Card() {
        getStyleClass().addAll("card", "titled");
        title.getStyleClass().addAll("semibold", "card-title");
        title.setMinWidth(USE_PREF_SIZE);
        aside.setAlignment(Pos.CENTER_RIGHT);
        HBox head = new HBox(12, title, Labels.space(), aside);
        head.getStyleClass().add("card-line");
        getChildren().addAll(head, body);
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String words) {
        title.setText(words);
    }

    /** Puts this at the right of the title. */
    public void aside(Node... nodes) {
        aside.getChildren().setAll(nodes);
    }

    /**
     * True where the card does not show this already: then it must be filled anew. Asked before filling it, it leaves
     * what has the focus in it alone.
     */
    public boolean isNew(Object whatItShows) {
        boolean fresh = !whatItShows.equals(content);
        content = whatItShows;
        return fresh;
    }

    /** Fills the card. */
    public void fill(Node... rows) {
        body.getChildren().setAll(rows);
    }

    /** What fills it, for padding and spacing. */
    public VBox body() {
        return body;
    }
}
