package dev.callboard.parts;

import java.io.IOException;
import java.io.UncheckedIOException;

import javafx.fxml.FXMLLoader;

/** Builds the nodes that an FXML file declares. */
public final class Fxml {
    private final Texts texts;

    public Fxml(Texts texts) {
        this.texts = texts;
    }

    /**
     * Loads {@code fxml/<name>.fxml} and fills the controller's fields.
     *
     * @return the root node
     */
    public <N> N load(String name, Object controller) {
        FXMLLoader loader = new FXMLLoader(Fxml.class.getResource("/fxml/" + name + ".fxml"), texts.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("fxml/" + name + ".fxml cannot be built", broken);
        }
    }
}
