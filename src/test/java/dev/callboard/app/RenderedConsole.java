package dev.callboard.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;

import dev.callboard.console.Connection;
import dev.callboard.console.Fx;
import dev.callboard.console.ScreenPlace;
import dev.callboard.parts.PseudoLanguages;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Theme;
import dev.callboard.sample.FixtureDay;
import dev.callboard.settings.KnownSettings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** The console over the day of the pictures, in any language, theme and size; the servers are started once for all. */
final class RenderedConsole implements AutoCloseable {
    private static final double LARGEST_ON_SCREEN = 1440;
    private static final Connection SHOWN = new Connection("quayside-prod", true, FixtureDay.PERSON);

    /** What each screen says once it was read. */
    private static final Map<String, List<String>> FIRST_WORDS = Map.of("desk", List.of("A-042"), "floor",
            List.of("Tomasz Nowak"), "triage", List.of("Niamh Gallagher", "Stores healthy"), "orders",
            List.of("Jan Kowalczyk"), "stock", List.of("written off"), "activity", List.of("counter.lease"), "settings",
            List.of("shop.currency"));

    private final ConsoleFace face;
    private final WindowHand hand;
    private final Stage stage;
    private final String language;

    RenderedConsole(Locale locale) {
        this(locale, FixtureDay.COUNTER, Duration.ZERO);
    }

    /**
     * @param counter whose Desk it is
     * @param behind how long ago everything that it shows was read
     */
    RenderedConsole(Locale locale, String counter, Duration behind) {
        this(locale, FilledShop.SHOP.shop(), new ConsoleFace.Place(counter, List.of("A", "C")),
                ShopClock.held(() -> FilledShop.SHOP.now().plus(behind)));
    }

    /** @param shop under whose login everything is read */
    RenderedConsole(Locale locale, ConsoleShop shop, ConsoleFace.Place place, ShopClock clock) {
        assert Fx.THREAD != null;
        PseudoLanguages.prepare();
        language = locale.toLanguageTag();
        face = Fx.on(() -> new ConsoleFace(shop, SHOWN,
                FilledShop.SHOP.settings().with(KnownSettings.SHOP_LOCALE, locale), place, clock));
        hand = new WindowHand(face.window().scene());
        stage = Fx.on(() -> {
            Stage shown = new Stage();
            face.show(shown);
            shown.setX(0);
            shown.setY(0);
            return shown;
        });
    }

    /** Works the window as a person would. */
    WindowHand hand() {
        return hand;
    }

    /** Everything that the window shows. */
    Parent root() {
        return face.window().scene().getRoot();
    }

    /** Draws everything larger. */
    void enlarge(int percent) {
        Fx.on(() -> {
            face.window().dress(Theme.LIGHT, percent);
            return null;
        });
    }

    /** How wide the node of that id is on the screen. */
    double widthOf(String id) {
        return Fx.on(() -> {
            Node node = face.window().scene().lookup("#" + id);
            return node.localToScene(node.getLayoutBounds()).getWidth();
        });
    }

    /** Brings a screen to the front and waits until it was read. */
    void front(String place) {
        ScreenPlace wanted = face.places().stream().filter(each -> each.name().equals(place)).findFirst()
                .orElseThrow();
        Fx.on(() -> {
            face.window().show(wanted);
            return null;
        });
        FIRST_WORDS.get(place).forEach(hand::awaitText);
    }

    /** Brings a screen to the front, whatever it can show. */
    void frontAsItIs(String place) {
        ScreenPlace wanted = face.places().stream().filter(each -> each.name().equals(place)).findFirst()
                .orElseThrow();
        Fx.on(() -> {
            face.window().show(wanted);
            return null;
        });
    }

    /** The screens of the rail by their names. */
    List<String> places() {
        return face.places().stream().map(ScreenPlace::name).toList();
    }

    /** Presses the tab key, or walks back by it. @return what has the focus then */
    Node tab(boolean back) {
        FxRobot robot = new FxRobot();
        if (back) {
            robot.push(KeyCode.SHIFT, KeyCode.TAB);
        } else {
            robot.push(KeyCode.TAB);
        }
        return Fx.on(() -> face.window().scene().getFocusOwner());
    }

    /** Brings a screen to the front. */
    void go(String place, String what) {
        hand.on(() -> {
            face.window().go(place, what);
            return null;
        });
    }

    /** Waits until the search has left some rows of Triage, and no more than that. */
    void awaitRows(int most) {
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> hand.on(() -> {
            int rows = ((TableView<?>) face.window().scene().lookup("#table")).getItems().size();
            return rows > 0 && rows <= most;
        }));
    }

    /** Ticks every row of Triage. */
    void tick() {
        hand.on(() -> {
            ((CheckBox) face.window().scene().lookup("#tickAll")).fire();
            return null;
        });
    }

    /** Types at the end of a field that has the focus. */
    void typeInto(String field, String text) {
        hand.type(field, text);
        hand.on(() -> {
            TextField typed = (TextField) face.window().scene().lookup("#" + field);
            typed.requestFocus();
            typed.end();
            return null;
        });
    }

    /** What a check finds in both themes at every size, each with where it was found. */
    List<String> everywhere(String name, List<double[]> sizes, Function<Parent, List<String>> check) {
        List<String> found = new ArrayList<>();
        for (double[] size : sizes) {
            boolean onScreen = size[0] <= LARGEST_ON_SCREEN;
            if (onScreen) {
                resize(size);
            }
            for (Theme theme : Theme.values()) {
                Fx.on(() -> {
                    Scene scene = face.window().scene();
                    Parent root = scene.getRoot();
                    Scene large = onScreen ? scene : moved(root, size);
                    found.addAll(at(name, large, theme, check));
                    if (!onScreen) {
                        large.setRoot(new Region());
                        scene.setRoot(root);
                    }
                    return null;
                });
            }
        }
        return found;
    }

    /** The screen without a display is smaller than the largest window: that one is laid out without being shown. */
    private Scene moved(Parent root, double[] size) {
        face.window().scene().setRoot(new Region());
        return new Scene(root, size[0], size[1]);
    }

    private void resize(double[] size) {
        Fx.on(() -> {
            stage.setWidth(size[0]);
            stage.setHeight(size[1]);
            return null;
        });
        Scene scene = face.window().scene();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> scene.getWidth() == size[0]
                && scene.getHeight() == size[1]);
    }

    private List<String> at(String name, Scene scene, Theme theme, Function<Parent, List<String>> check)
            throws IOException {
        theme.apply(scene, "console");
        for (int pass = 0; pass < 3; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        String size = (int) scene.getWidth() + "x" + (int) scene.getHeight();
        String where = name + " " + language + " " + theme + " " + size + ": ";
        List<String> found = check.apply(scene.getRoot()).stream().map(fault -> where + fault).toList();
        if (theme == Theme.LIGHT) {
            Pictures.write(scene.snapshot(null),
                    Path.of("target/screens/layout", name + "-" + language + "-" + size + ".png"));
        }
        return found;
    }

    @Override
    public void close() {
        Fx.on(() -> {
            face.close();
            stage.close();
            return null;
        });
        face.leave();
    }
}
