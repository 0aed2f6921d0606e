package dev.callboard.parts;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Where nothing is: why, and what would fill it. Also where something could not be read. */
public final class EmptyState extends VBox {
    private final FontIcon icon = new FontIcon("fth-check-circle");
    private final Label what = new Label();
    private final Label why = new Label();

    public EmptyState() {
        getStyleClass().add("empty");
        what.getStyleClass().add("title");
        why.getStyleClass().addAll("dense", "muted");
        what.setWrapText(true);
        why.setWrapText(true);
        what.setMaxWidth(360);
        why.setMaxWidth(400);
        // a place that is too low scrolls rather than cuts
        why.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(icon, what, why);
    }

    public EmptyState(String literal, String what, String why) {
        this();
        setIcon(literal);
        setTitle(what);
        setDetail(why);
    }

    /** Says the title in another form. */
    public void say(Phrase title) {
        title.setAlignment(javafx.geometry.Pos.CENTER);
        getChildren().set(getChildren().indexOf(what), title);
    }

    /** Offers what can be done about it. */
    public void act(ActionButton button) {
        button.setMaxWidth(USE_PREF_SIZE);
        getChildren().add(button);
    }

    public String getIcon() {
        return icon.getIconLiteral();
    }

    public void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    public String getTitle() {
        return what.getText();
    }

    public void setTitle(String text) {
        what.setText(text);
    }

    public String getDetail() {
        return why.getText();
    }

    public void setDetail(String text) {
        why.setText(text);
    }
}
