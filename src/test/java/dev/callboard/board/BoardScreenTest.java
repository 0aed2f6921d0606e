package dev.callboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.console.Fx;
import dev.callboard.live.RedisSignals;
import dev.callboard.live.RedisSubscriptions;
import dev.callboard.parts.Faults;
import dev.callboard.parts.Formats;
import dev.callboard.parts.OpeningHours;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Texts;
import dev.callboard.postgres.Database;
import dev.callboard.redis.RedisConnection;
import dev.callboard.tickets.BoardCall;
import dev.callboard.tickets.Boards;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.ScreenReceipt;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** The wall screen over real servers: what is called elsewhere stands on it at once. */
class BoardScreenTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final BusinessDay DAY = new BusinessDay(ZONE, LocalTime.of(4, 0));
    private final Database database = Database.open(TestServers.newDatabase(), 8);
    private final TestRedis server = TestServers.newRedis();
    private final RedisConnection redis = new RedisConnection(server.address());
    private final RedisSignals signals = new RedisSignals(redis);
    private final RedisSubscriptions subscriptions = new RedisSubscriptions(redis);
    private final Tickets tickets = new Tickets(database, DAY, signals);
    private final Queues queues = new Queues(database, DAY, signals);
    private final Boards boards = new Boards(database, DAY, signals);
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> announced = new CopyOnWriteArrayList<>();
    private BoardWindow window;

    @BeforeEach
    void open() {
        queues.add("A", "Click & Collect");
        queues.add("B", "Service desk");
        window = boardOf(List.of("A", "B"));
    }

    private BoardWindow boardOf(List<String> shown) {
        Texts texts = new Texts(Locale.UK);
        BoardSurroundings around = new BoardSurroundings(texts,
                new Formats(Locale.UK, ZONE, Currency.getInstance("EUR")), new OpeningHours(texts, ZONE),
                ShopClock.running(), new Faults(Fx.THREAD, texts), Fx.THREAD, background, subscriptions);
        BoardPlace place = new BoardPlace("Entrance", shown, "Quayside",
                "quayside-prod",
                Optional.of(LocalTime.of(9, 0)));
        return Fx.on(() -> {
            BoardModel model = new BoardModel(place, around, boards, new Announcer() {
                @Override
                public void announce(BoardCall call, Runnable spoken) {
                    announced.add(call.code());
                    spoken.run();
                }

                @Override
                public void withdraw(BoardCall call) {
                    announced.add("not " + call.code());
                }
            });
            BoardWindow built = new BoardWindow(model, texts);
            model.open();
            return built;
        });
    }

    @AfterEach
    void close() {
        Fx.on(() -> {
            window.close();
            return null;
        });
        background.shutdown();
        subscriptions.close();
        signals.close();
        redis.close();
        server.close();
        database.close();
    }

    @Test
    @Tag("L04")
    void showsTwoCallsOfOneMomentSpeaksBothAndSaysSoToTheDesk() {
        awaitShown("No calls yet");
        Ticket first = join("A");
        Ticket second = join("A");
        tickets.callNext(List.of("A"), "Counter 1", LeaseToken.none());
        tickets.callNext(List.of("A"), "Counter 2", LeaseToken.none());
        awaitShown("A-001");
        Awaitility.await().atMost(Duration.ofSeconds(12)).until(() -> shown().contains("A-002"));
        assertThat(announced).containsExactly("A-001", "A-002");
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            for (Ticket ticket : List.of(first, second)) {
                List<ScreenReceipt> receipts = boards.receipts(ticket.id());
                assertThat(receipts).hasSize(1);
                assertThat(receipts.getFirst().shownAt()).isNotNull();
                assertThat(receipts.getFirst().spokenAt()).isNotNull();
            }
        });
    }

    @Test
    @Tag("T17")
    void asksTheVisitorOfAnUndoneCallToWait() {
        join("A");
        Ticket called = tickets.callNext(List.of("A"), "Counter 1", LeaseToken.none());
        awaitShown("A-001");
        tickets.undo(called.id(), LeaseToken.none(), Duration.ofMinutes(1));
        awaitShown("please wait");
        assertThat(announced).contains("not A-001");
    }

    @Test
    void saysWhichQueuesDoNotCallAndWhenTheShopOpensAgain() {
        queues.set("B", QueueState.PAUSED, "a moment");
        awaitShown("Service: paused");
        queues.set("A", QueueState.CLOSED, null);
        queues.set("B", QueueState.CLOSED, null);
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .until(() -> shown().stream().anyMatch(text -> text.matches("Opens .* at 09:00")));
    }

    @Test
    void moreThanFiveQueuesAreTurnedPageByPage() {
        List<String> more = List.of("C", "D", "E", "F", "G");
        more.forEach(code -> queues.add(code, "Desk " + code));
        Fx.on(() -> {
            window.close();
            return null;
        });
        window = boardOf(Stream.concat(Stream.of("A", "B"), more.stream()).toList());
        awaitShown("1 of 2");
        assertThat(shown()).contains("Desk E").doesNotContain("Desk F");
        awaitShown("2 of 2");
        assertThat(shown()).contains("Desk F", "Desk G").doesNotContain("Desk E");
    }

    @Test
    void hasNoCursorAndFillsAnyScreen() {
        awaitShown("No calls yet");
        Fx.on(() -> {
            assertThat(window.scene().getCursor()).isEqualTo(Cursor.NONE);
            Stage stage = new Stage();
            stage.setScene(window.scene());
            stage.setWidth(960);
            stage.setHeight(540);
            stage.show();
            assertThat(window.scene().getRoot().getChildrenUnmodifiable().getFirst().getBoundsInParent())
                    .satisfies(bounds -> {
                        assertThat(bounds.getWidth()).isCloseTo(960, Offset.offset(4.0));
                        assertThat(bounds.getHeight()).isCloseTo(540, Offset.offset(4.0));
                    });
            stage.close();
            return null;
        });
    }

    private Ticket join(String queue) {
        return tickets.join(JoinRequest.of(queue));
    }

    private void awaitShown(String text) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> shown().contains(text));
    }

    private List<String> shown() {
        return Fx.on(() -> texts(window.scene().getRoot()).collect(Collectors.toList()));
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
                        parent.getChildrenUnmodifiable().stream().flatMap(BoardScreenTest::texts))
                : own;
    }
}
