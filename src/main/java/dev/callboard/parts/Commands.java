package dev.callboard.parts;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.callboard.refusals.Refusal;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Runs a screen's commands, one at a time, away from the FX thread, and says how each went.
 *
 * <p>While one is under way a second is not accepted. Nothing is painted in advance: the screen shows what the news
 * brings. Used on the FX thread, like the properties.
 */
public final class Commands {
    private static final int SLOW_AFTER_SECONDS = 2;

    private final Executor fx;
    private final Executor background;
    private final Faults faults;
    private final Faults.Source failed;
    private final Texts texts;
    private final ReadOnlyStringWrapper inFlight = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Note> note = new ReadOnlyObjectWrapper<>();
    private long sent;

    /** @param background where commands wait for the servers; a thread per task will do */
    public Commands(Executor fx, Executor background, Faults faults, Texts texts) {
        this.fx = fx;
        this.background = background;
        this.faults = faults;
        this.failed = faults.source();
        this.texts = texts;
    }

    /**
     * Sends a command.
     *
     * @param name what {@link #inFlightProperty()} says until the answer is here
     * @param then receives the answer on the FX thread; not called when the command failed
     */
    public <T> void run(String name, Supplier<T> work, Consumer<T> then) {
        if (inFlight.get() != null) {
            return;
        }
        failed.clear();
        long number = ++sent;
        inFlight.set(name);
        note.set(null);
        CompletableFuture.delayedExecutor(SLOW_AFTER_SECONDS, TimeUnit.SECONDS, fx)
                .execute(() -> sayStillWaiting(number));
        background.execute(() -> {
            try {
                T answer = work.get();
                fx.execute(() -> finish(() -> then.accept(answer)));
            } catch (RuntimeException failure) {
                fx.execute(() -> finish(() -> explain(name, failure)));
            }
        });
    }

    private void sayStillWaiting(long number) {
        if (inFlight.get() != null && sent == number) {
            note.set(new Note(Note.Kind.INFORMATION, texts.of("command.still_waiting")));
        }
    }

    private void finish(Runnable rest) {
        inFlight.set(null);
        note.set(null);
        rest.run();
    }

    private void explain(String name, RuntimeException failure) {
        if (!(failure instanceof Refusal)) {
            failed.report(name, failure);
        }
        note.set(faults.note(failure));
    }

    /** Says something at the place of the commands. */
    public void say(Note words) {
        note.set(words);
    }

    /** The command under way, or null. */
    public ReadOnlyStringProperty inFlightProperty() {
        return inFlight.getReadOnlyProperty();
    }

    /** The last answer that was not simply done, or null. */
    public ReadOnlyObjectProperty<Note> noteProperty() {
        return note.getReadOnlyProperty();
    }
}
