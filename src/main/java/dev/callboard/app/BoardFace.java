package dev.callboard.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.callboard.board.Announcer;
import dev.callboard.board.BoardModel;
import dev.callboard.board.BoardPlace;
import dev.callboard.board.BoardSurroundings;
import dev.callboard.board.BoardWindow;
import dev.callboard.board.Chime;
import dev.callboard.board.SystemVoice;
import dev.callboard.board.VoiceLine;
import dev.callboard.parts.Faults;
import dev.callboard.parts.Formats;
import dev.callboard.parts.FxThread;
import dev.callboard.parts.OpeningHours;
import dev.callboard.parts.ScreenAwake;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Texts;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;

import javafx.stage.Stage;

/** Builds a wall screen and takes it down again. Used on the FX thread. */
final class BoardFace implements AutoCloseable {
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ScreenAwake awake = new ScreenAwake();
    private final BoardModel model;
    private final BoardWindow window;

    /** @param announcer says calls aloud; closed by whoever made it */
    BoardFace(PublicShop shop, BoardPlace place, Settings settings, ShopClock clock, Announcer announcer) {
        FxThread fx = new FxThread();
        Texts texts = new Texts(settings.get(KnownSettings.SHOP_LOCALE));
        Formats formats = new Formats(settings.get(KnownSettings.SHOP_LOCALE), settings.get(KnownSettings.SHOP_ZONE),
                settings.get(KnownSettings.SHOP_CURRENCY));
        BoardSurroundings around = new BoardSurroundings(texts, formats,
                new OpeningHours(texts, settings.get(KnownSettings.SHOP_ZONE)), clock, new Faults(fx, texts), fx,
                background, shop.subscriptions());
        this.model = new BoardModel(place, around, shop.boards(), announcer);
        this.window = new BoardWindow(model, texts);
        model.open();
    }

    /** Chime and, where this machine has one, a voice in the shop's language. */
    static VoiceLine voice(Settings settings) {
        return new VoiceLine(new Chime(), SystemVoice.find(settings.get(KnownSettings.SHOP_LOCALE)),
                new Texts(settings.get(KnownSettings.SHOP_LOCALE)));
    }

    /** Fills the screen, which stays on; Esc does not leave it, closing the window does. */
    void show(Stage stage, String title) {
        stage.setTitle(title);
        OnScreen.fill(stage, window.scene());
        awake.open();
    }

    BoardWindow window() {
        return window;
    }

    BoardModel model() {
        return model;
    }

    @Override
    public void close() {
        awake.close();
        window.close();
        background.shutdown();
    }
}
