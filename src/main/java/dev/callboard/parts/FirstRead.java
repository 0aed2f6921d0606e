package dev.callboard.parts;

import dev.callboard.refusals.Causes;
import dev.callboard.refusals.NotPermitted;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * The place of a screen until it has been read once: nothing for a moment, then grey bars, then how to stop; or why it
 * could not be read. Once there is something to show it stays, whatever happens later.
 */
public final class FirstRead extends StackPane {
    private static final Duration PATIENCE = Duration.millis(300);
    private static final Duration LONG = Duration.seconds(2);

    private final Node content;
    private final Sight<?> sight;
    private final Texts texts;
    private final String title;
    private final BorderPane reading = new BorderPane(new GhostRows());
    private final ReadingBar bar;
    private final ErrorState error;
    private final Keymap keys = new Keymap();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final PauseTransition tooLong = new PauseTransition(LONG);

    /** @param title of the screen */
    public FirstRead(Node content, Sight<?> sight, Texts texts, String title) {
        this.content = content;
        this.sight = sight;
        this.texts = texts;
        this.title = title;
        this.bar = new ReadingBar(texts.of("reading.stop"));
        this.error = new ErrorState(texts);
        getStyleClass().add("first-read");
        bar.say(texts.of("reading.first", title));
        bar.onStop(sight::stop);
        bar.setVisible(false);
        reading.setBottom(bar);
        keys.bindEverywhere("Esc", texts.of("reading.stop"), sight::stop);
        error.onTryAgain(this::again);
        getChildren().addAll(content, reading, error);
        patience.setOnFinished(end -> show());
        tooLong.setOnFinished(end -> show());
        sight.snapshotProperty().addListener(change -> show());
        sight.failureProperty().addListener(change -> explain());
        sight.ageProperty().addListener(change -> sayNext());
        begin();
    }

    /** True while Esc should end the read. */
    public boolean isStoppable() {
        return bar.isVisible() && reading.isVisible();
    }

    /** The keys that count meanwhile. */
    public Keymap keys() {
        return keys;
    }

    private void again() {
        sight.readNow();
        begin();
    }

    private void begin() {
        patience.playFromStart();
        tooLong.playFromStart();
        show();
    }

    private void show() {
        boolean known = sight.snapshotProperty().get() != null;
        boolean failed = !known && sight.failureProperty().get() != null;
        content.setVisible(known);
        error.setVisible(failed);
        reading.setVisible(!known && !failed && isOver(patience));
        bar.setVisible(isOver(tooLong));
    }

    private static boolean isOver(PauseTransition pause) {
        return pause.getStatus() == javafx.animation.Animation.Status.STOPPED;
    }

    private void explain() {
        RuntimeException failure = sight.failureProperty().get();
        if (failure != null && sight.snapshotProperty().get() == null) {
            String message = String.valueOf(failure.getMessage());
            int line = message.indexOf('\n');
            if (failure instanceof NotPermitted) {
                error.forbid(texts.of("error.not_permitted", title), texts.of("error.not_permitted_why"), message,
                        title + "\n" + Causes.trace(failure));
            } else {
                error.show(texts.of("error.not_read", title), line < 0 ? message : message.substring(0, line),
                        line < 0 ? "" : message.substring(line + 1).strip(), title + "\n" + Causes.trace(failure));
            }
            sayNext();
            error.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
        show();
    }

    private void sayNext() {
        error.sayNext(sight.isStopped() ? ""
                : texts.of("error.trying_by_itself", sight.untilNextRead().toSeconds() + 1));
    }
}
