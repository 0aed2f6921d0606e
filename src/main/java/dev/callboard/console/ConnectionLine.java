package dev.callboard.console;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Chip;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.Sight;
import dev.callboard.parts.Texts;
import dev.callboard.refusals.NotPermitted;
import javafx.scene.Node;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** At the right of the header: whether the screen is true now, and which shop it is. The word is always there. */
final class ConnectionLine {
    private final Texts texts;
    private final Label word = new Label();
    private final Label age = new Label();
    private final Region dot = new Region();
    private final Button name = new Button();
    private final FontIcon lost = new FontIcon("fth-wifi-off");

    ConnectionLine(HBox box, Connection connection, Texts texts) {
        this.texts = texts;
        dot.getStyleClass().addAll("dot", "success");
        lost.getStyleClass().add("warning-text");
        word.getStyleClass().addAll("dense", "semibold");
        age.getStyleClass().addAll("dense", "muted");
        Region line = new Region();
        line.getStyleClass().addAll("divider", "vertical");
        Chip environment = new Chip(connection.production() ? Meaning.FAILED : Meaning.SERVING, null,
                texts.of(connection.production() ? "environment.production" : "environment.development"));
        if (connection.production()) {
            environment.solid();
        }
        name.setText(connection.name());
        name.setAccessibleText(texts.of("connect.open") + " " + connection.name());
        name.setId("connections");
        name.setMnemonicParsing(false);
        name.getStyleClass().setAll("connection-name");
        name.setMaxWidth(220);
        word.setMinWidth(Label.USE_PREF_SIZE);
        age.setMinWidth(Label.USE_PREF_SIZE);
        name.setMinWidth(60);
        box.setMinWidth(HBox.USE_PREF_SIZE);
        HBox state = new HBox(8, dot, lost, word, age);
        state.setAlignment(Pos.CENTER_RIGHT);
        box.getChildren().addAll(state, line, environment, name);
    }

    /** What the name leads to. */
    void onPress(Runnable open) {
        name.setOnAction(press -> open.run());
        name.setTooltip(new Tooltip(texts.of("connect.open") + "  Ctrl+Shift+O"));
    }

    /** @param ofWhen the time of what is seen, or null where its age is said */
    void show(Sight<?> sight, String ofWhen) {
        boolean stale = sight.staleProperty().get();
        boolean nothingYet = sight.asOf() == null && !stale;
        boolean closed = nothingYet && sight.failureProperty().get() instanceof NotPermitted;
        showing(dot, !stale && !closed);
        showing(lost, stale);
        word.getStyleClass().remove("warning-text");
        if (stale) {
            word.getStyleClass().add("warning-text");
        }
        long seconds = sight.ageProperty().get().toSeconds();
        word.setText(texts.of(closed ? "connection.closed"
                : nothingYet ? "connection.connecting" : stale ? "connection.lost" : "connection.live"));
        age.setText(nothingYet ? "" : stale ? texts.of("connection.lost_for", seconds)
                : ofWhen == null ? texts.of("connection.checked", seconds) : texts.of("connection.as_of", ofWhen));
    }

    private static void showing(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
