package dev.callboard.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.callboard.board.BoardPlace;
import dev.callboard.board.VoiceLine;
import dev.callboard.cli.ConnectionChoice;
import dev.callboard.cli.Faces;
import dev.callboard.parts.ShopClock;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;

import org.slf4j.LoggerFactory;

import javafx.stage.Stage;

/** The screens for visitors: wall screen and kiosk, each alone in its process. */
final class VisitorFaces {
    private final Openings openings;

    VisitorFaces(Openings openings) {
        this.openings = openings;
    }

    void board(Faces.Board board) {
        requireDisplay();
        ConnectionChoice choice = board.choice();
        Settings settings = choice.settings();
        PublicShop shop = openings.add(new PublicShop(openings.add(new Servers(choice)), settings, () -> null));
        requireQueues(shop, board.queues());
        VoiceLine voice = openings.add(BoardFace.voice(settings));
        BoardPlace place = new BoardPlace(board.screen() == null ? machine() : board.screen(), board.queues(),
                settings.get(KnownSettings.SHOP_NAME), choice.name(), settings.find(KnownSettings.SHOP_OPENS));
        Toolkit.start(false);
        WindowHand hand = new WindowHand(null);
        BoardFace face = hand.on(() -> new BoardFace(shop, place, settings, ShopClock.running(), voice));
        untilClosed(hand, stage -> face.show(stage, place.shop()));
        hand.on(() -> {
            face.close();
            return null;
        });
        openings.close();
    }

    void kiosk(ConnectionChoice choice) {
        requireDisplay();
        Settings settings = choice.settings();
        PublicShop shop = openings.add(new PublicShop(openings.add(new Servers(choice)), settings, () -> null));
        Toolkit.start(false);
        WindowHand hand = new WindowHand(null);
        KioskFace face = hand.on(() -> new KioskFace(shop, KioskFace.place(settings), ShopClock.running()));
        untilClosed(hand, face::show);
        hand.on(() -> {
            face.close();
            return null;
        });
        openings.close();
    }

    static void requireDisplay() {
        if (!Toolkit.hasDisplay()) {
            throw new Refusal("no_display",
                    "There is no display to open a window on: an X server and GTK 3 are needed.");
        }
    }

    /** A queue that is written wrong is told at once; with Postgres away the screen comes up and waits for it. */
    private static void requireQueues(PublicShop shop, List<String> queues) {
        try {
            shop.boards().sight(queues);
        } catch (Unavailable away) {
            LoggerFactory.getLogger(VisitorFaces.class).warn("The board waits: {}", away.getMessage());
        }
    }

    /** What puts a face on its stage. */
    private interface Showing {
        void on(Stage stage);
    }

    private static void untilClosed(WindowHand hand, Showing showing) {
        CountDownLatch closed = new CountDownLatch(1);
        hand.on(() -> {
            Stage stage = new Stage();
            stage.setOnHidden(hidden -> closed.countDown());
            showing.on(stage);
            return null;
        });
        try {
            closed.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "board";
        }
    }
}
