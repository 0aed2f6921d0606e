package dev.callboard.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;

import dev.callboard.live.Subscriptions;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Faults;
import dev.callboard.parts.Formats;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;
import dev.callboard.settings.ViewMemory;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** A real console window on the headless toolkit, pressed by a robot. */
public final class TestWindow implements AutoCloseable {
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final FxRobot robot = new FxRobot();
    private final Surroundings around;
    private final AtomicReference<Rights.Held> rights = new AtomicReference<>(
            new Rights.Held(Set.of(Right.values()), List.of("callboard_admin")));
    private ConsoleWindow window;
    private Stage stage;

    /** A login that may do everything. */
    public TestWindow(Subscriptions subscriptions, boolean production) {
        Texts texts = new Texts(Locale.UK);
        Faults faults = new Faults(Fx.THREAD, texts);
        this.around = new Surroundings(new Connection("quayside-prod", production, "callboard"), texts,
                new Formats(Locale.UK, ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR")), Fx.THREAD, background,
                ShopClock.running(), faults, subscriptions,
                new Rights(rights::get, background, Fx.THREAD, faults, texts), ViewMemory.passing());
    }

    public Surroundings around() {
        return around;
    }

    /** Opens the window with these screens. */
    public ConsoleWindow open(List<ScreenPlace> places, Theme theme) {
        return Fx.on(() -> {
            window = new ConsoleWindow(around, places, theme);
            stage = new Stage();
            stage.setScene(window.scene());
            stage.show();
            return window;
        });
    }

    public void press(KeyCode... keys) {
        robot.push(keys);
    }

    public void type(String text) {
        robot.write(text, 0);
    }

    /** Waits until it is there: what a read brought comes to the screen a moment after its news. */
    public void click(String selector) {
        Awaitility.await().until(() -> look(() -> robot.lookup(selector).tryQuery().isPresent()));
        robot.clickOn(selector);
    }

    /** Waits until some node shows exactly this text. */
    public void awaitShown(String text) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(look(() -> robot.lookup(text).tryQuery())).as(text).isPresent());
    }

    /** True when some node shows a text that contains this one. */
    public boolean shows(String part) {
        return look(
                () -> robot.lookup((Node node) -> isShown(node) && words(node).contains(part)).tryQuery().isPresent());
    }

    /** A sentence with names of their own face is a flow of texts. */
    private static String words(Node node) {
        return switch (node) {
            case Labeled labeled when labeled.getText() != null -> labeled.getText();
            case Text text -> text.getText();
            default -> "";
        };
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    /** As F5 does. */
    public void readAgain() {
        look(() -> {
            window.readNow();
            return null;
        });
    }

    /** Leaves the login with these rights alone, and waits until these buttons are locked for that. */
    public void allowOnly(Set<Right> rest, String... locked) {
        rights.set(new Rights.Held(rest, List.of("callboard_kiosk")));
        look(() -> {
            around.rights().ask();
            return null;
        });
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .until(() -> look(() -> rights.get().equals(around.rights().heldProperty().get())));
        assertThat(look(this::lockedButtons)).containsExactlyInAnyOrder(locked);
    }

    private List<String> lockedButtons() {
        return robot.lookup(node -> node instanceof ActionButton button && button.lockProperty().get() != null
                && button.button().isDisabled()).queryAll().stream().map(Node::getId).toList();
    }

    public FxRobot robot() {
        return robot;
    }

    /** Looks at the window on the FX thread. */
    public <T> T look(Callable<T> question) {
        return Fx.on(question);
    }

    /** Keeps a picture for people. */
    public void picture(String name) {
        Fx.on(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            write(Path.of("target/screens", name + ".png"));
            return null;
        });
    }

    private void write(Path file) throws IOException {
        dev.callboard.app.Pictures.write(stage.getScene().snapshot(null), file);
    }

    @Override
    public void close() {
        Fx.on(() -> {
            window.close();
            stage.close();
            return null;
        });
        background.shutdown();
    }
}
