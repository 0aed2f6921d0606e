package dev.callboard.parts;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** One line of words in which a name or a query stands out as it would be typed. */
public final class Phrase extends HBox {
    /** Stands in a sentence where the name goes. */
    public static final String NAME = "\u0001";

    /** An empty line; {@link #show} fills it. */
    public Phrase() {
        setAlignment(Pos.BASELINE_LEFT);
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }

    /**
     * Changes what the line says.
     *
     * @param sentence with {@link #NAME} in the name's place
     * @param classes of the words around the name
     */
    public void show(String sentence, String name, String... classes) {
        String[] around = sentence.split(NAME, -1);
        getChildren().clear();
        for (int part = 0; part < around.length; part++) {
            if (part > 0) {
                getChildren().add(Labels.whole(name, "dense", "mono"));
            }
            if (!around[part].isEmpty()) {
                getChildren().add(Labels.whole(around[part], classes));
            }
        }
    }

    /** The whole line as it reads. */
    public String text() {
        StringBuilder text = new StringBuilder();
        getChildren().forEach(part -> text.append(((Label) part).getText()));
        return text.toString();
    }
}
