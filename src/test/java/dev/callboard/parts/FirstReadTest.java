package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callboard.console.Fx;
import dev.callboard.live.Subscriptions;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;

/** What stands in a screen's place until it has been read for the first time. */
class FirstReadTest {
    private final Texts texts = new Texts(Locale.UK);
    private final CountDownLatch held = new CountDownLatch(1);
    private final AtomicReference<Supplier<Instant>> reader = new AtomicReference<>();
    private final Sight<Instant> sight = new Sight<>(() -> reader.get().get(), moment -> moment, Subscriptions.none(),
            Fx.THREAD, ShopClock.running(), new Faults(Fx.THREAD, texts));
    private final Label content = new Label("content");
    private FirstRead place;

    @AfterEach
    void close() {
        held.countDown();
        sight.close();
    }

    @Test
    void nothingThenGreyBarsThenHowToStop() {
        open(this::neverYet);
        assertThat(isShown(".ghost-rows")).isFalse();
        assertThat(Fx.on(content::isVisible)).isFalse();
        await().until(() -> isShown(".ghost-rows"));
        assertThat(Fx.on(place::isStoppable)).isFalse();
        await().until(() -> Fx.on(place::isStoppable));

        Fx.on(() -> {
            sight.stop();
            return null;
        });
        assertThat(isShown(".empty")).isTrue();
        assertThat(isShown(".ghost-rows")).isFalse();

        reader.set(Instant::now);
        Fx.on(() -> {
            sight.readNow();
            return null;
        });
        await().until(() -> Fx.on(content::isVisible));
        assertThat(isShown(".empty")).isFalse();
    }

    @Test
    void saysWhyNothingCouldBeReadAndTriesAgain() {
        open(() -> {
            throw new IllegalStateException("Redis answered: LOADING");
        });
        await().until(() -> isShown(".empty"));
        assertThat(Fx.on(() -> place.lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList()))
                .contains("Orders could not be read", "Redis answered: LOADING");
        reader.set(Instant::now);
        Fx.on(() -> {
            sight.readNow();
            return null;
        });
        await().until(() -> Fx.on(content::isVisible));
    }

    @Test
    void whatWasOnceReadStaysWhateverHappens() {
        open(Instant::now);
        await().until(() -> Fx.on(content::isVisible));
        reader.set(() -> {
            throw new IllegalStateException("gone");
        });
        Fx.on(() -> {
            sight.readNow();
            return null;
        });
        await().until(() -> Fx.on(() -> sight.failureProperty().get() != null));
        assertThat(Fx.on(content::isVisible)).isTrue();
        assertThat(isShown(".empty")).isFalse();
    }

    private Instant neverYet() {
        try {
            held.await();
            return Instant.now();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void open(Supplier<Instant> first) {
        reader.set(first);
        place = Fx.on(() -> {
            FirstRead built = new FirstRead(content, sight, texts, "Orders");
            new Scene(built, 600, 400);
            sight.open();
            return built;
        });
    }

    private static boolean isVisible(Node node) {
        return node == null || node.isVisible() && isVisible(node.getParent());
    }

    private boolean isShown(String selector) {
        return Fx.on(() -> {
            Node node = place.lookup(selector);
            return node != null && isVisible(node);
        });
    }
}
