package dev.callboard.console.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.TestWindow;
import dev.callboard.jobs.JobWorker;
import dev.callboard.live.Signals;
import dev.callboard.live.Subscriptions;
import dev.callboard.parts.Theme;
import dev.callboard.stock.StockLine;
import dev.callboard.triage.BulkRun;
import dev.callboard.triage.BulkRunState;
import dev.callboard.triage.BulkRunner;
import dev.callboard.triage.BulkRuns;
import dev.callboard.workers.InventoryStep;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** Many jobs at once, in a real window by its keys alone. */
class RunsScreenTest {
    private static final int ORDERS = 12;
    private final TestShop shop = new TestShop();
    private final BulkRuns runs = new BulkRuns(shop.database, shop.audit, Signals.none());
    private final BulkRunner runner = new BulkRunner(runs, shop.actions, failure -> {}, Duration.ofSeconds(10));
    private final TestWindow window = new TestWindow(Subscriptions.none(), true);

    @BeforeEach
    void openWindow() throws Exception {
        shop.receive("HOS-25M-G", 60);
        for (int order = 0; order < ORDERS; order++) {
            shop.paid("Niamh Gallagher", new StockLine("HOS-25M-G", 2));
        }
        try (JobWorker worker = shop.worker(shop.handler(List.of(new InventoryStep(shop.fulfilment),
                TestShop.failing("email", "SMTP timeout after 10 s"))))) {
            shop.drain();
        }
        TriageModel model = new TriageModel(window.around(), TriageServicesOf.shop(shop, runner::wake));
        window.open(List.of(new ScreenPlace("triage", "fth-alert-octagon", 3,
                overlay -> new TriageScreen(window.around(), model, overlay, (place, what) -> {}))), Theme.LIGHT);
        window.awaitShown("Niamh Gallagher");
        runner.start();
    }

    @AfterEach
    void closeWindow() {
        window.close();
        runner.close();
        shop.close();
    }

    @Test
    @Tag("A08")
    void cancelsManyByKeysWithTheSumsShownBeforeAndAQuestionAfterThree() {
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.awaitShown("12 selected");
        window.press(KeyCode.C);
        window.awaitShown("12 orders");
        window.awaitShown("24 units");
        window.awaitShown("€ 60.00");
        window.picture("bulk-cancel-light");
        window.press(KeyCode.ENTER);
        assertThat(runs.recent(Duration.ofMinutes(1))).as("nothing without a reason and the name").isEmpty();

        assertThat(window.<String>look(() -> window.robot().lookup(".popover .button").match(Node::isFocused)
                .queryAs(Node.class).getParent().getId())).as("where nothing happens").isEqualTo("bulkBack");
        window.click("#bulkReason");
        window.type("the mail server moved");
        window.press(KeyCode.TAB);
        window.type("quayside-prod");
        window.press(KeyCode.ENTER);
        awaitRead("3 of 12");
        window.awaitShown("first 3 passed");
        window.picture("run-asking-light");
        assertThat(state()).isEqualTo(BulkRunState.ASKING);
        assertThat(cancelled()).isEqualTo(3);

        window.press(KeyCode.CONTROL, KeyCode.P);
        await().atMost(Duration.ofSeconds(10)).until(() -> state() == BulkRunState.DONE);
        awaitRead("12 of 12");
        assertThat(cancelled()).isEqualTo(ORDERS);
        window.press(KeyCode.CONTROL, KeyCode.R);
        window.awaitShown("12 of 12 done: 12 cancelled");
        window.picture("run-results-light");
        window.press(KeyCode.ESCAPE);
    }

    @Test
    @Tag("A08")
    void retriesManyAndStopsWhenTold() {
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.awaitShown("12 selected");
        window.press(KeyCode.R);
        window.awaitShown("Retry 12 jobs");
        window.press(KeyCode.ENTER);
        awaitRead("3 of 12");
        await().until(() -> state() == BulkRunState.ASKING);

        window.press(KeyCode.CONTROL, KeyCode.PERIOD);
        await().until(() -> state() == BulkRunState.STOPPED);
        assertThat(shop.number("select count(*) from orders where state = 'PAID'")).isEqualTo(3);
        awaitRead("stopped");
    }

    /** No signals come here: reads again, as F5 does, until the bar says it. */
    private void awaitRead(String words) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            window.readAgain();
            return window.shows(words);
        });
    }

    private BulkRunState state() {
        return runs.recent(Duration.ofMinutes(1)).stream().findFirst().map(BulkRun::state).orElse(null);
    }

    private long cancelled() {
        return shop.number("select count(*) from orders where state = 'CANCELLED'");
    }
}
