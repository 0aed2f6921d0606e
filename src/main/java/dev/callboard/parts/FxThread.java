package dev.callboard.parts;

import java.util.concurrent.Executor;

import javafx.application.Platform;

/** The one door to the thread that owns the screen. */
public final class FxThread implements Executor {

    /** Runs the work on the FX thread: at once when already there, else as soon as its turn comes. */
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
