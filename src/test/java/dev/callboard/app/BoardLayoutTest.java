package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.board.Announcer;
import dev.callboard.board.BoardPlace;
import dev.callboard.console.Fx;
import dev.callboard.parts.Faults;
import dev.callboard.parts.LayoutFaults;
import dev.callboard.parts.PseudoLanguages;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Theme;
import dev.callboard.sample.SampleShop;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The wall screen, whole in every language on every screen: while it calls, while it cannot read, and when it never could. */
class BoardLayoutTest {
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;
    private static final List<double[]> SCREENS = List.of(new double[]{1920, 1080}, new double[]{3840, 2160},
            new double[]{1280, 720}, new double[]{1280, 1024}, new double[]{2560, 1080});
    private static final int LATE_SECONDS = 40;
    private final Fixture fixture = FilledShop.SHOP;
    private final AtomicInteger late = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE", "es", "pl", "en-XA", "ar-XB"})
    void everythingHasItsPlace(String language) {
        assertThat(Fx.THREAD).isNotNull();
        PseudoLanguages.prepare();
        Settings settings = fixture.settings().with(KnownSettings.SHOP_LOCALE, Locale.forLanguageTag(language));
        late.set(0);
        List<String> found = new ArrayList<>();
        PublicShop shop = new PublicShop(fixture.servers(), settings, fixture::now);
        try (Hush serverIsMeantToBeGone = Hush.over(Faults.class)) {
            BoardFace calling = face(shop, settings);
            WindowHand hand = new WindowHand(calling.window().scene());
            hand.awaitText("Click & Collect");
            found.addAll(faults("board-" + language, calling));
            shop.close();
            late.set(LATE_SECONDS);
            hand.awaitText(LATE_SECONDS + " s");
            found.addAll(faults("board-stale-" + language, calling));
            close(calling);
            BoardFace unreachable = face(shop, settings);
            new WindowHand(unreachable.window().scene()).awaitText("quayside-prod");
            found.addAll(faults("board-unreachable-" + language, unreachable));
            close(unreachable);
        }
        assertThat(found).isEmpty();
    }

    private static void close(BoardFace face) {
        Fx.on(() -> {
            face.close();
            return null;
        });
    }

    private BoardFace face(PublicShop shop, Settings settings) {
        BoardPlace place = new BoardPlace("Entrance", SampleShop.QUEUES, settings.get(KnownSettings.SHOP_NAME),
                "quayside-prod", Optional.empty());
        return Fx.on(() -> new BoardFace(shop, place, settings,
                ShopClock.held(() -> fixture.now().plusSeconds(late.get())), Announcer.silent()));
    }

    /** Screens are larger than the one of the tests: each is laid out without being shown. */
    private static List<String> faults(String name, BoardFace face) {
        return Fx.on(() -> {
            List<String> found = new ArrayList<>();
            Scene shown = face.window().scene();
            Pane root = (Pane) shown.getRoot();
            shown.setRoot(new Pane());
            for (double[] size : SCREENS) {
                Scene scene = new Scene(root, size[0], size[1]);
                Theme.DARK.apply(scene, "board");
                double factor = Math.min(size[0] / WIDTH, size[1] / HEIGHT);
                Region content = (Region) root.getChildren().getFirst();
                content.setPrefSize(size[0] / factor, size[1] / factor);
                for (int pass = 0; pass < 3; pass++) {
                    root.applyCss();
                    root.layout();
                }
                String where = name + "-" + (int) size[0] + "x" + (int) size[1];
                LayoutFaults.in(content).forEach(fault -> found.add(where + ": " + fault));
                if (size[0] == WIDTH) {
                    Pictures.write(scene.snapshot(null), Path.of("target/screens/layout", where + ".png"));
                }
                scene.setRoot(new Pane());
            }
            shown.setRoot(root);
            return found;
        });
    }
}
