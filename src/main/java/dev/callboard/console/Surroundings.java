package dev.callboard.console;

import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.callboard.live.Subscriptions;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Faults;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Fxml;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Sight;
import dev.callboard.parts.Texts;
import dev.callboard.settings.ViewMemory;

/**
 * What every screen of a window shares.
 *
 * @param fx the door to the FX thread
 * @param background where commands wait for the servers
 * @param view how the person arranged the screens
 */
public record Surroundings(Connection connection, Texts texts, Formats formats, Executor fx, Executor background,
        ShopClock clock, Faults faults, Subscriptions subscriptions, Rights rights, ViewMemory view) {

    /** The commands of one screen. */
    public Commands commands() {
        return new Commands(fx, background, faults, texts);
    }

    /** What one screen sees. */
    public <S> Sight<S> sight(Supplier<S> reader, Function<S, java.time.Instant> serverTime) {
        return new Sight<>(reader, serverTime, subscriptions, fx, clock, faults);
    }

    /** Remembers how the person arranged something, also after the program's end. */
    public void remember(String key, String value) {
        view.set(key, value);
        background.execute(() -> {
            try {
                view.keep();
            } catch (RuntimeException failure) {
                faults.report("keeping the arrangement of the screens", failure);
            }
        });
    }

    public Fxml fxml() {
        return new Fxml(texts);
    }
}
