package dev.callboard.console.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.console.ConsoleWindow;
import dev.callboard.console.Fx;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Subscriptions;
import dev.callboard.live.Topic;
import dev.callboard.orders.Order;
import dev.callboard.parts.Theme;
import dev.callboard.stock.StockLine;

/** The figure at Triage's place in the rail, over real servers. */
class FailedTotalTest {
    private static final Duration BEFORE_THE_NEXT_POLL = Duration.ofSeconds(4);

    private final TestShop shop = new TestShop();
    private final Set<Topic> heard = ConcurrentHashMap.newKeySet();
    /** The window's screen listens as well, and may be the last to begin. */
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Subscriptions subscriptions = (topics, listener) -> {
        heard.addAll(topics);
        listeners.add(listener);
        return () -> {};
    };
    private final TestWindow window = new TestWindow(subscriptions, false);

    @AfterEach
    void close() {
        window.close();
        shop.close();
    }

    @Test
    @Tag("L01")
    void followsWhatFailsAndWhatIsRetriedWhileAnotherScreenIsInFront() throws Exception {
        shop.receive("BULB", 9);
        UUID first = shop.failedAfterShipping("ada", new StockLine("BULB", 1));
        UUID second = shop.failedAfterShipping("bea", new StockLine("BULB", 1));
        shop.queue.remove(Order.jobId(second));
        TriageServices services = TriageServicesOf.shop(shop, () -> {});
        ScreenPlace elsewhere = place("stock", services);
        ScreenPlace triage = place("triage", services);
        ConsoleWindow console = window.open(List.of(elsewhere, triage), Theme.LIGHT);
        FailedTotal total = Fx.on(() -> {
            FailedTotal counting = new FailedTotal(window.around(), services);
            console.countFailed(triage, counting.jobs());
            counting.open();
            return counting;
        });

        // a job that Redis has lost is failed all the same
        await().atMost(Duration.ofSeconds(20)).until(() -> badge().equals("2"));
        assertThat(heard).contains(Topic.orders(), Topic.jobs(TestShop.QUEUE));
        assertThat(spoken()).isEqualTo("Triage, 2 failed for good");

        shop.actions.retry(shop.key(first));
        listeners.forEach(Runnable::run);
        await().atMost(BEFORE_THE_NEXT_POLL).until(() -> badge().equals("1"));

        window.look(() -> {
            console.show(triage);
            return null;
        });
        assertThat(window.<Boolean>look(() -> window.robot().lookup("#rail-triage .rail-badge").query().isVisible()))
                .as("Triage says its total itself").isFalse();
        window.look(() -> {
            total.close();
            return null;
        });
    }

    @Test
    void whatTriageHasReadStandsAtTheRailWhenSomebodyLeavesIt() throws Exception {
        shop.receive("BULB", 9);
        UUID first = shop.failedAfterShipping("ada", new StockLine("BULB", 1));
        shop.failedAfterShipping("bea", new StockLine("BULB", 1));
        TriageServices services = TriageServicesOf.shop(shop, () -> {});
        FailedTotal counting = Fx.on(() -> new FailedTotal(window.around(), services));
        ScreenPlace triage = new ScreenPlace("triage", "fth-alert-octagon", 3, overlay -> new TriageScreen(
                window.around(), counting.followed(new TriageModel(window.around(), services)), overlay,
                (where, what) -> {}));
        ScreenPlace elsewhere = place("stock", services);
        ConsoleWindow console = window.open(List.of(triage, elsewhere), Theme.LIGHT);
        window.look(() -> {
            console.countFailed(triage, counting.jobs());
            return null;
        });
        window.awaitShown("2 of 2");

        // nothing is counted beside Triage: the figure that is there can only be what it has read
        shop.actions.retry(shop.key(first));
        window.readAgain();
        window.awaitShown("1 of 1");
        window.look(() -> {
            console.show(elsewhere);
            return null;
        });
        assertThat(badge()).isEqualTo("1");
        assertThat(spoken()).isEqualTo("Triage, 1 failed for good");
    }

    private ScreenPlace place(String name, TriageServices services) {
        return new ScreenPlace(name, "fth-alert-octagon", 3, overlay -> new TriageScreen(window.around(),
                new TriageModel(window.around(), services), overlay, (where, what) -> {}));
    }

    private String badge() {
        return window.look(() -> window.robot().lookup("#rail-triage .rail-badge").queryLabeled().getText());
    }

    private String spoken() {
        return window.look(() -> window.robot().lookup("#rail-triage").queryButton().getAccessibleText());
    }
}
