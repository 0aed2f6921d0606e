package dev.callboard.wrong.console;

import javafx.application.Platform;

/** Wrong: there is one door to the FX thread, and it is elsewhere. */
final class OpensASecondDoor {
    void paint(Runnable work) {
        Platform.runLater(work);
    }
}
