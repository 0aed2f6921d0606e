package dev.callboard.console.triage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import dev.callboard.console.Surroundings;
import dev.callboard.jobs.JobSnapshot;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Writes what a job carries into a file that the person chooses. */
final class PayloadFile {
    private final Surroundings around;
    private final TriageModel model;

    PayloadFile(Surroundings around, TriageModel model) {
        this.around = around;
        this.model = model;
    }

    void save(JobSnapshot job, Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(around.texts().of("triage.payload.save"));
        chooser.setInitialFileName("job.json");
        File file = chooser.showSaveDialog(window);
        if (file != null) {
            model.commands().run("triage.payload.save", () -> written(file, job.data()), done -> {});
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
