package dev.callboard.console.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.console.Right;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Subscriptions;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Theme;
import dev.callboard.refusals.Unavailable;
import dev.callboard.stock.GateComparison;
import dev.callboard.stock.GateReconciler;
import dev.callboard.stock.LedgerCheck;
import dev.callboard.stock.StockLine;
import dev.callboard.stock.StockLists;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** Stock in a real window over a real Postgres and a real Redis, by its keys. */
class StockScreenTest {
    private final TestShop shop = new TestShop();
    private final TestWindow window = new TestWindow(Subscriptions.none(), false);
    private final List<String> travelled = new ArrayList<>();
    private StockModel model;

    @BeforeEach
    void openWindow() {
        shop.receive("HOS-25M-G", 7);
        shop.receive("SCR-12V-01", 1);
        StockServices services = new StockServices(new StockLists(shop.database), shop.stock,
                new GateComparison(shop.database, shop.gate), new GateReconciler(shop.database, shop.gate),
                new LedgerCheck(shop.database), Duration.ZERO);
        model = new StockModel(window.around(), services);
        window.open(
                List.of(new ScreenPlace("stock", "fth-package", 5, overlay -> new StockScreen(window.around(), model,
                        overlay, (place, what) -> travelled.add(place + " " + what)))),
                Theme.LIGHT);
        await().atMost(Duration.ofSeconds(20)).until(() -> window.look(() -> model.rows().size()) == 2);
        awaitLedger("HOS-25M-G");
    }

    @AfterEach
    void closeWindow() {
        window.close();
        shop.close();
    }

    @Test
    @Tag("S11")
    void receivesAndWritesOffByKeys() {
        window.press(KeyCode.I);
        window.type("5");
        window.press(KeyCode.ENTER);
        window.awaitShown("5 units of HOS-25M-G received.");
        window.press(KeyCode.X);
        window.type("20");
        window.press(KeyCode.ENTER);
        assertThat(onHand()).as("not without a reason").isEqualTo(12);
        window.click("#words");
        window.type("torn");
        window.press(KeyCode.ENTER);
        window.awaitShown("12 units of HOS-25M-G written off; 8 more were not available.");
        assertThat(onHand()).isZero();
        window.awaitShown("SOLD OUT");
    }

    @Test
    @Tag("S11")
    void aQuestionStaysWithTheProductOfItsTitleAndClosesOnOldRows() {
        window.press(KeyCode.I);
        window.type("5");
        ActionButton go = window.robot().lookup("#go").queryAs(ActionButton.class);
        String against = window.look(() -> {
            model.look("SCR-12V-01");
            model.sight().failed(new Unavailable(Unavailable.Service.POSTGRES, "away", null));
            return go.against().getValue();
        });
        assertThat(against).isEqualTo("Nothing can be pressed on old rows.");
        window.readAgain();
        await().atMost(Duration.ofSeconds(20)).until(() -> window.look(() -> go.against().getValue()) == null);
        window.press(KeyCode.ENTER);
        window.awaitShown("5 units of HOS-25M-G received.");
    }

    @Test
    void namesTheProductThatTheGateSellsTooFewOf() {
        shop.gate.hold(UUID.randomUUID(), List.of(new StockLine("HOS-25M-G", 3)));
        drift();
        window.awaitShown("−3 sells too few");
        window.awaitShown("The gate counts 3 less than Postgres.");
    }

    @Test
    @Tag("S10")
    void aLostGateIsShownAsUnknown() {
        assertThat(window.shows("The gate is being rebuilt")).isFalse();
        shop.redisServer.flush();
        drift();
        window.awaitShown("…");
        await().until(() -> window.shows("The gate is being rebuilt"));
        assertThat(window.<Boolean>look(() -> model.sight().snapshotProperty().get().drift().isEmpty())).isTrue();
    }

    @Test
    void rowsOfTheLedgerStayWhenAnotherComes() {
        TableView<Object> movements = window.robot().lookup("#movements").queryTableView();
        List<Object> gone = new CopyOnWriteArrayList<>();
        window.look(() -> {
            movements.getItems().addListener((ListChangeListener<Object>) change -> {
                while (change.next()) {
                    gone.addAll(change.getRemoved());
                }
            });
            return null;
        });
        shop.receive("HOS-25M-G", 1);
        window.readAgain();
        await().until(() -> window.look(() -> movements.getItems().size()) == 2);
        assertThat(gone).isEmpty();
    }

    @Test
    void mendsWhatTheGateWasNotTold() {
        shop.database.transaction(tx -> {
            tx.handle().execute("update product set on_hand = 9, version = version + 1 where sku = 'HOS-25M-G'");
            return tx.handle().execute("""
                    insert into stock_movement (request_id, kind, sku, quantity)
                    values (gen_random_uuid(), 'RECEIVE', 'HOS-25M-G', 2)
                    """);
        });
        drift();
        window.awaitShown("−2 sells too few");
        window.look(() -> {
            model.correctGate();
            return null;
        });
        window.awaitShown("Mended: 1 product, 0 ended holds dropped, 0 lost holds put back.");
        assertThat(shop.product("HOS-25M-G").gate()).hasValue(9);
    }

    @Test
    void theCheckOfTheLedgerSaysHowItWent() {
        window.press(KeyCode.L);
        await().atMost(Duration.ofSeconds(20)).until(() -> window.look(
                () -> model.checkingProperty().get() != null && model.checkingProperty().get().report() != null));
        assertThat(window.<Boolean>look(() -> model.checkingProperty().get().report().differences().isEmpty()))
                .isTrue();
    }

    @Test
    void enterLeadsToTheOrdersOfTheProduct() {
        window.press(KeyCode.DOWN);
        awaitLedger("SCR-12V-01");
        window.press(KeyCode.ENTER);
        assertThat(travelled).containsExactly("orders SCR-12V-01");
    }

    @Test
    @Tag("L08")
    void withoutTheRightNothingCanBePressed() {
        window.allowOnly(Set.of(Right.TICKETS), "receive", "writeOff", "correct");
        window.awaitShown("Read only.");
        window.press(KeyCode.I);
        window.press(KeyCode.X);
        assertThat(window.<Boolean>look(() -> window.robot().lookup("#words").tryQuery().isPresent())).isFalse();
    }

    /** Looks at the whole gate afresh. */
    private void drift() {
        window.look(() -> {
            model.lookAgain();
            return null;
        });
    }

    private long onHand() {
        return shop.product("HOS-25M-G").product().onHand();
    }

    private void awaitLedger(String sku) {
        await().atMost(Duration.ofSeconds(20)).until(() -> window.look(() -> {
            StockSnapshot now = model.sight().snapshotProperty().get();
            return now != null && now.shown() != null && now.shown().product().sku().equals(sku);
        }));
    }
}
