package dev.callboard.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.callboard.console.Connection;
import dev.callboard.console.ConsoleWindow;
import dev.callboard.console.Rights;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.Surroundings;
import dev.callboard.console.desk.CounterLeaseKeeper;
import dev.callboard.console.desk.DeskModel;
import dev.callboard.console.desk.DeskRule;
import dev.callboard.console.desk.DeskScreen;
import dev.callboard.console.floor.FloorModel;
import dev.callboard.console.floor.FloorScreen;
import dev.callboard.console.triage.FailedTotal;
import dev.callboard.console.triage.TriageModel;
import dev.callboard.console.triage.TriageScreen;
import dev.callboard.console.triage.TriageServices;
import dev.callboard.parts.Faults;
import dev.callboard.parts.Formats;
import dev.callboard.parts.FxThread;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;
import dev.callboard.triage.BulkRunner;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Builds a console's window with its screens, and takes it down again. Used on the FX thread. */
final class ConsoleFace implements AutoCloseable {
    private static final double WHOLE = 100;
    private static final double SMALLEST_WIDTH = 1180;
    private static final double SMALLEST_HEIGHT = 720;

    /**
     * Where a console stands.
     *
     * @param counter as visitors read it
     * @param queues codes of the queues served there; empty for every queue
     */
    record Place(String counter, List<String> queues) {}

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Surroundings around;
    private final CounterLeaseKeeper lease;
    private final BulkRunner runner;
    private final ConsoleWindow window;
    private final FailedTotal failed;
    private Runnable connections = () -> {};
    private Settings look;
    private Stage shown;
    private boolean served;
    private final ScreenPlace desk;
    private final ScreenPlace triage;
    private final List<ScreenPlace> places = new ArrayList<>();

    /**
     * @param place the counter of this console
     * @param clock runs, or stands still for a fixture
     */
    ConsoleFace(ConsoleShop shop, Connection connection, Settings settings, Place place, ShopClock clock) {
        FxThread fx = new FxThread();
        Texts texts = new Texts(settings.get(KnownSettings.SHOP_LOCALE));
        Formats formats = new Formats(settings.get(KnownSettings.SHOP_LOCALE), settings.get(KnownSettings.SHOP_ZONE),
                settings.get(KnownSettings.SHOP_CURRENCY));
        Faults faults = new Faults(fx, texts);
        this.around = new Surroundings(connection, texts, formats, fx, background, clock, faults,
                shop.subscriptions(), new Rights(shop::rights, background, fx, faults, texts), shop.view());
        this.lease = new CounterLeaseKeeper(shop.counters(settings), place.counter(), fx, around.faults());
        DeskRule rule = rule(place, settings);
        this.desk = new ScreenPlace("desk", "fth-bell", 1, overlay -> new DeskScreen(around,
                new DeskModel(around, shop.desk(), rule, lease), overlay, this::go));
        this.runner = shop.runner(failure -> around.faults().report("bulk action", failure));
        TriageServices failures = shop.triage(runner::wake);
        this.failed = new FailedTotal(around, failures);
        this.triage = new ScreenPlace("triage", "fth-alert-octagon", 3, overlay -> new TriageScreen(around,
                failed.followed(new TriageModel(around, failures)), overlay, this::go));
        ScreenPlace floor = new ScreenPlace("floor", "fth-grid", 2, overlay -> new FloorScreen(around,
                new FloorModel(around, shop.floor(settings)), overlay, this::go));
        places.addAll(List.of(desk, floor, triage));
        places.addAll(new BackOffice(around, shop, settings, this::go, () -> connections.run(), this::look).places());
        this.window = new ConsoleWindow(around, places,
                Theme.valueOf(settings.get(KnownSettings.UI_THEME).toUpperCase(Locale.ROOT)));
        this.look = settings;
        look(Map.of());
        window.countFailed(triage, failed.jobs());
        failed.open();
        if (!place.queues().isEmpty()) {
            lease.leaseProperty().addListener((property, before, now) -> serve(shop, place, before == null));
        }
        lease.open(settings.get(KnownSettings.COUNTER_LEASE));
    }

    /** What the console was started for is what its counter serves, until a supervisor chooses otherwise. */
    private void serve(ConsoleShop shop, Place place, boolean first) {
        if (first && !served) {
            served = true;
            background.execute(() -> {
                try {
                    shop.counterPlaces().serve(place.counter(), place.queues());
                } catch (RuntimeException failure) {
                    around.faults().report("The queues of the counter could not be noted", failure);
                }
            });
        }
    }

    /** @param saved settings of how it looks, by key, that are new */
    private void look(Map<String, String> saved) {
        look = look.with(saved);
        window.dress(Theme.valueOf(look.get(KnownSettings.UI_THEME).toUpperCase(Locale.ROOT)),
                look.get(KnownSettings.UI_TEXT_SIZE));
        limit();
    }

    /** What is drawn larger needs more room, as far as the screen has it. */
    private void limit() {
        if (shown != null) {
            double larger = look.get(KnownSettings.UI_TEXT_SIZE) / WHOLE;
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            shown.setMinWidth(Math.min(SMALLEST_WIDTH * larger, screen.getWidth()));
            shown.setMinHeight(Math.min(SMALLEST_HEIGHT * larger, screen.getHeight()));
        }
    }

    private void go(String place, String what) {
        window.go(place, what);
    }

    private static DeskRule rule(Place place, Settings settings) {
        return new DeskRule(place.counter(), place.queues(), settings.get(KnownSettings.QUEUE_TARGET),
                settings.get(KnownSettings.QUEUE_LIMIT), settings.get(KnownSettings.TICKET_UNDO),
                settings.get(KnownSettings.TICKET_RECALLS), settings.get(KnownSettings.TICKET_NO_SHOW_AFTER),
                settings.get(KnownSettings.TICKET_HOLD));
    }

    /** What opens the connections, asked for by the connection's name or its key. */
    void onConnections(Runnable open) {
        connections = open;
        window.onConnections(open);
    }

    /** Puts the window on the stage. */
    void show(Stage stage) {
        stage.setTitle(around.texts().of("app.name") + ", " + around.connection().name());
        shown = stage;
        limit();
        OnScreen.fit(stage, window.scene());
    }

    /** Reads the screen in front again. */
    void readNow() {
        window.readNow();
    }

    /** Begins to work at bulk actions. */
    void workAtRuns() {
        runner.start();
    }

    ConsoleWindow window() {
        return window;
    }

    ScreenPlace desk() {
        return desk;
    }

    ScreenPlace triage() {
        return triage;
    }

    /** Every screen of the rail, from the top. */
    List<ScreenPlace> places() {
        return List.copyOf(places);
    }

    /** Where failures behind the screen are reported. */
    Faults faults() {
        return around.faults();
    }

    /** Stops reading; then, away from the FX thread, {@link #leave} gives the counter back. */
    @Override
    public void close() {
        runner.close();
        failed.close();
        window.close();
    }

    /** Gives the counter back and ends the threads; waits for the answer, so not for the FX thread. */
    void leave() {
        lease.close();
        background.shutdown();
    }
}
