package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.board.Announcer;
import dev.callboard.board.BoardPlace;
import dev.callboard.cli.ConnectionChoice;
import dev.callboard.console.Fx;
import dev.callboard.embedded.FreePort;
import dev.callboard.embedded.PostgresServer;
import dev.callboard.embedded.ServerPrograms;
import dev.callboard.live.RedisSignals;
import dev.callboard.parts.ShopClock;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Migrations;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisConnection;
import dev.callboard.settings.Settings;
import dev.callboard.tickets.BoardCall;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Board and kiosk stay up while both servers are stopped and started again, and show what was called meanwhile. */
class VisitorsSurviveRestartTest {
    private static final String PASSWORD = "secret";
    private static final Map<String, String> QUICK = Map.of("fsync", "off", "io_method", "sync");
    @TempDir
    private Path folder;
    private final Settings settings = Settings.defaults();
    private final BusinessDay day = BusinessDay.of(settings);
    private final List<String> spoken = new CopyOnWriteArrayList<>();

    @Test
    @Tag("L02")
    @Tag("L04")
    void aRestartOfBothServersLosesNoCallAndSpeaksNoneLate() throws IOException {
        PostgresServer postgres = new PostgresServer(new ServerPrograms(TestServers.programFolder()),
                folder.resolve("postgres"));
        postgres.create(PASSWORD);
        int port = FreePort.any();
        postgres.start(port, QUICK);
        PostgresAddress address = new PostgresAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                PostgresServer.OWNER, PASSWORD);
        new Migrations(address).bringUpToDate();
        try (TestRedis redis = TestServers.newRedis();
                PublicShop shop = new PublicShop(new Servers(new ConnectionChoice(Optional.of(address),
                        Optional.of(redis.address()), folder, Optional.empty(), settings)), settings, () -> null)) {
            serve(address, redis, () -> null, tickets -> assertThat(tickets.list("A", Set.of(), null)).isEmpty());
            BoardFace board = Fx.on(() -> new BoardFace(shop,
                    new BoardPlace("Entrance", List.of("A"), "Quayside", "quayside", Optional.empty()), settings,
                    ShopClock.running(), new Listener()));
            KioskFace kiosk = Fx.on(() -> new KioskFace(shop, KioskFace.place(settings), ShopClock.running()));
            call(address, redis, () -> null, 1);
            awaitShown(board.window().scene(), "A-001");
            awaitShown(kiosk.window().scene(), "How can we help?");

            postgres.stop(false);
            redis.kill9();
            awaitShown(kiosk.window().scene(), "Numbers cannot be given just now.");
            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> Fx.on(() -> texts(board.window().scene().getRoot())
                            .anyMatch(text -> text.contains("behind"))));
            assertThat(shown(board.window().scene())).contains("A-001");

            postgres.start(port, QUICK);
            redis.restart();
            // calls of a time in which nobody could be told
            call(address, redis, () -> Instant.now().minusSeconds(45), 2);
            awaitShown(board.window().scene(), "A-002");
            awaitShown(board.window().scene(), "A-003");
            awaitShown(kiosk.window().scene(), "How can we help?");
            assertThat(spoken).containsExactly("A-001");
            call(address, redis, () -> null, 1);
            awaitShown(board.window().scene(), "A-004");
            assertThat(spoken).containsExactly("A-001", "A-004");
            Fx.on(() -> {
                board.close();
                kiosk.close();
                return null;
            });
        } finally {
            postgres.stop(false);
        }
    }

    private void call(PostgresAddress address, TestRedis redis, Supplier<Instant> clock, int times) {
        serve(address, redis, clock, tickets -> {
            for (int time = 0; time < times; time++) {
                tickets.join(JoinRequest.of("A"));
                String counter = "Counter " + (tickets.list("A", Set.of(), null).size() + 1);
                tickets.callNext(List.of("A"), counter, LeaseToken.none());
            }
        });
    }

    private interface Work {
        void on(Tickets tickets);
    }

    private void serve(PostgresAddress address, TestRedis redis, Supplier<Instant> clock, Work work) {
        try (Database database = Database.withHeldClock(address, 2, clock);
                RedisConnection connection = new RedisConnection(redis.address());
                RedisSignals signals = new RedisSignals(connection)) {
            Queues queues = new Queues(database, day, signals);
            if (queues.list().isEmpty()) {
                queues.add("A", "Click & Collect");
            }
            work.on(new Tickets(database, day, signals));
        }
    }

    private static void awaitShown(Scene scene, String text) {
        Awaitility.await(text).atMost(Duration.ofSeconds(30)).until(() -> shown(scene).contains(text));
    }

    private static List<String> shown(Scene scene) {
        return Fx.on(() -> texts(scene.getRoot()).toList());
    }

    private static Stream<String> texts(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<String> own = switch (node) {
            case Labeled label -> Stream.of(String.valueOf(label.getText()));
            case Text text -> Stream.of(text.getText());
            default -> Stream.empty();
        };
        return node instanceof Parent parent
                ? Stream.concat(own,
                        parent.getChildrenUnmodifiable().stream().flatMap(VisitorsSurviveRestartTest::texts))
                : own;
    }

    private final class Listener implements Announcer {
        @Override
        public void announce(BoardCall call, Runnable said) {
            spoken.add(call.code());
            said.run();
        }

        @Override
        public void withdraw(BoardCall call) {
            spoken.add("not " + call.code());
        }
    }
}
