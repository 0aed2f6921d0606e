package dev.callboard.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.callboard.parts.ActionButton;
import dev.callboard.parts.FxThread;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;

/** Works a window from outside, as a person would: presses its buttons, fills its fields, waits for what it shows. */
final class WindowHand {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final FxThread fx = new FxThread();
    private final Scene scene;

    WindowHand(Scene scene) {
        this.scene = scene;
    }

    /** Does the work on the FX thread and waits for its answer. */
    <T> T on(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        fx.execute(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Presses the button of that id as soon as it may be pressed: looked at and pressed in one turn of the window. */
    void press(String id) {
        awaitThat("a button #" + id + " that can be pressed", () -> {
            boolean ready = find(laidOut(), node -> node instanceof ActionButton button && id.equals(button.getId())
                    && !button.button().isDisabled());
            if (ready) {
                ((ActionButton) scene.lookup("#" + id)).fire();
            }
            return ready;
        });
    }

    /** Presses the plain button of that id. */
    void pressPlain(String id) {
        awaitNode("a button #" + id, node -> node instanceof Button button && id.equals(button.getId())
                && !button.isDisabled());
        on(() -> {
            ((Button) scene.lookup("#" + id)).fire();
            return null;
        });
    }

    void type(String id, String text) {
        awaitNode("a field #" + id, node -> node instanceof TextInputControl && id.equals(node.getId()));
        on(() -> {
            ((TextInputControl) scene.lookup("#" + id)).setText(text);
            return null;
        });
    }

    /** Waits until something shows a text that contains this one. */
    void awaitText(String part) {
        awaitAny(part);
    }

    /** Waits until nothing shows a text that contains this one. */
    void awaitGone(String part) {
        awaitThat("anything but the text '" + part + "'", () -> !find(laidOut(), node -> says(node, part)));
    }

    /** Waits until something shows a text that contains one of these. */
    void awaitAny(String... parts) {
        awaitNode("the text '" + String.join("' or '", parts) + "'",
                node -> Stream.of(parts).anyMatch(part -> says(node, part)));
    }

    /** True when something shows a text that contains this one. */
    boolean shows(String part) {
        return on(() -> find(scene.getRoot(), node -> says(node, part)));
    }

    private static boolean says(Node node, String part) {
        return node instanceof Labeled labeled && labeled.getText() != null && labeled.getText().contains(part);
    }

    private void awaitNode(String what, Predicate<Node> wanted) {
        awaitThat(what, () -> find(laidOut(), wanted));
    }

    private void awaitThat(String what, Callable<Boolean> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!on(wanted)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The window never showed " + what + ".");
            }
            pause();
        }
    }

    /** Skins and places come by themselves only to scenes that are in a window. */
    private Node laidOut() {
        if (scene.getWindow() == null) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        return scene.getRoot();
    }

    private static boolean find(Node node, Predicate<Node> wanted) {
        if (!node.isVisible()) {
            return false;
        }
        return wanted.test(node) || node instanceof javafx.scene.Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(child -> find(child, wanted));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while working the window", stop);
        }
    }

    /** Writes the window as it is now. */
    Path picture(Path folder, String name) {
        Path file = folder.resolve(name + ".png");
        return on(() -> {
            write(file);
            return file;
        });
    }

    /** Writes the middle of the window as it is now, so wide and so high in pixels. */
    Path middle(Path folder, String name, double width, double height) {
        Path file = folder.resolve(name + ".png");
        return on(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            SnapshotParameters part = new SnapshotParameters();
            part.setViewport(new Rectangle2D((scene.getWidth() - width) / 2, (scene.getHeight() - height) / 2, width,
                    height));
            PngFile.write(scene.getRoot().snapshot(part, null), file);
            return file;
        });
    }

    private void write(Path file) throws IOException {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        PngFile.write(scene.snapshot(null), file);
    }
}
