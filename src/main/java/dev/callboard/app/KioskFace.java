package dev.callboard.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import dev.callboard.kiosk.KioskModel;
import dev.callboard.kiosk.KioskPlace;
import dev.callboard.kiosk.KioskSurroundings;
import dev.callboard.kiosk.KioskWindow;
import dev.callboard.parts.Faults;
import dev.callboard.parts.FxThread;
import dev.callboard.parts.ScreenAwake;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Texts;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;

import javafx.event.Event;
import javafx.stage.Stage;

/** Builds a kiosk and takes it down again. Used on the FX thread. */
final class KioskFace implements AutoCloseable {
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ScreenAwake awake = new ScreenAwake();
    private final KioskModel model;
    private final KioskWindow window;

    KioskFace(PublicShop shop, KioskPlace place, ShopClock clock) {
        FxThread fx = new FxThread();
        KioskSurroundings around = new KioskSurroundings(clock, new Faults(fx, new Texts(place.languages().getFirst())),
                fx, background, shop.subscriptions());
        this.model = new KioskModel(place, around, shop.kiosk());
        this.window = new KioskWindow(model);
        model.open();
    }

    /** The kiosk that the settings describe; the shop's own language comes first. */
    static KioskPlace place(Settings settings) {
        Locale own = Locale.of(settings.get(KnownSettings.SHOP_LOCALE).getLanguage());
        List<Locale> languages = Stream
                .concat(Stream.of(own), Arrays.stream(settings.get(KnownSettings.KIOSK_LANGUAGES).split(","))
                        .map(String::strip).filter(tag -> !tag.isEmpty()).map(Locale::forLanguageTag))
                .distinct().toList();
        return new KioskPlace(settings.get(KnownSettings.KIOSK_NAME), settings.get(KnownSettings.SHOP_NAME), languages,
                settings.get(KnownSettings.SHOP_ZONE),
                settings.find(KnownSettings.SHOP_OPENS), settings.find(KnownSettings.GATEWAY_URL),
                settings.get(KnownSettings.KIOSK_ASK_FROM), settings.find(KnownSettings.KIOSK_PIN));
    }

    /** Fills the screen, which stays on; where there is a PIN, nothing but it leads out. */
    void show(Stage stage) {
        model.onLeave(stage::close);
        if (model.canBeLeft()) {
            stage.setOnCloseRequest(Event::consume);
        }
        OnScreen.fill(stage, window.scene());
        awake.open();
    }

    KioskWindow window() {
        return window;
    }

    @Override
    public void close() {
        awake.close();
        window.close();
        background.shutdown();
    }
}
