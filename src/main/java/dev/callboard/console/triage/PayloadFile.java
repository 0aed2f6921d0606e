package dev.callboard.console.triage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import dev.callboard.console.Surroundings;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Writes what is known of a job into a file that the person chooses. */
final class PayloadFile {
    private final Surroundings around;
    private final TriageModel model;

    PayloadFile(Surroundings around, TriageModel model) {
        this.around = around;
        this.model = model;
    }

    /** @param name that is proposed */
    void save(String name, String text, Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(around.texts().of("triage.payload.save"));
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(window);
        if (file != null) {
            model.commands().run("triage.payload.save", () -> written(file, text), done -> {});
        }
    }

    private static boolean written(File file, String data) {
        try {
            Files.writeString(file.toPath(), data);
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be written", failure);
        }
    }
}
