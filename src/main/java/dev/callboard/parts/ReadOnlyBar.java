package dev.callboard.parts;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;

/** The bar over a screen on which the login may look and not act. */
public final class ReadOnlyBar extends HBox {
    private final Phrase detail = new Phrase();

    public ReadOnlyBar() {
        getStyleClass().add("read-only-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows it. @param roles of Callboard's that the login has */
    public void show(Texts texts, List<String> roles) {
        if (roles.isEmpty()) {
            detail.getChildren().setAll(Labels.whole(texts.of("rights.no_role"), "dense", "muted"));
        } else {
            detail.show(texts.of("rights.look", Phrase.NAME), String.join(", ", roles), "dense", "muted");
        }
        getChildren().setAll(new FontIcon("fth-eye"), Labels.whole(texts.of("rights.read_only"), "dense", "semibold"),
                detail);
        setAccessibleText(texts.of("rights.read_only") + " " + detail.text());
        setVisible(true);
    }
}
