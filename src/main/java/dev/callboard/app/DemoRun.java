package dev.callboard.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.callboard.console.ScreenPlace;

/** The demo without a display: one visitor called, one job retried, one order cancelled, through the real screens. */
final class DemoRun {
    private final ConsoleFace face;
    private final WindowHand hand;
    private final Path out;
    private final List<Path> files = new ArrayList<>();

    DemoRun(ConsoleFace face, Path out) {
        this.face = face;
        this.hand = new WindowHand(face.window().scene());
        this.out = out;
    }

    /**
     * Works the window until the time is over, at least until everything was done once.
     *
     * @return the pictures written
     */
    List<Path> run(Duration length) throws InterruptedException {
        Instant end = Instant.now().plus(length);
        freeTheCounter();
        shoot("desk-idle-light");
        hand.press("callNext");
        hand.awaitText("CALLED");
        shoot("desk-light");
        show(face.triage());
        hand.awaitText("Attempt 1 of");
        shoot("triage-light");
        hand.press("retry");
        hand.awaitText("runs again");
        cancel();
        TimeUnit.MILLISECONDS.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
        otherScreens();
        show(face.desk());
        hand.press("start");
        hand.awaitText("SERVING");
        shoot("desk-serving-light");
        hand.press("finish");
        hand.awaitText("COUNTER FREE");
        return List.copyOf(files);
    }

    /** A run that was broken off may have left its visitor here. */
    private void freeTheCounter() {
        hand.awaitAny("Nobody at your counter", "CALLED", "SERVING");
        if (hand.shows("CALLED")) {
            hand.press("start");
            hand.awaitText("SERVING");
        }
        if (hand.shows("SERVING")) {
            hand.press("finish");
        }
        hand.awaitText("Nobody at your counter");
    }

    private void cancel() {
        // the retried job may still stand in the list for a moment: another one is to be cancelled
        hand.press("next");
        hand.press("cancel");
        hand.awaitText("This will happen");
        hand.type("reason", "Shown by the demo");
        shoot("cancel-dialog-light");
        hand.press("confirm");
        hand.awaitText("is cancelled");
        // behind the dialog the list moves on to its next job
        hand.awaitGone("Reading the job");
        shoot("cancel-result-light");
        hand.press("keep");
    }

    private void otherScreens() {
        for (ScreenPlace place : face.places()) {
            if (place != face.desk() && place != face.triage()) {
                show(place);
                hand.awaitText("Live");
                hand.awaitGone("Reading the order");
                shoot(place.name() + "-light");
            }
        }
    }

    private void show(ScreenPlace place) {
        hand.on(() -> {
            face.window().show(place);
            return null;
        });
    }

    private void shoot(String name) {
        files.add(hand.picture(out, name));
    }
}
