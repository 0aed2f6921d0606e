package dev.callboard.console.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.jobs.ErrorFingerprint;
import dev.callboard.live.Signals;
import dev.callboard.stock.Shelves;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.TicketState;
import dev.callboard.triage.GroupClaims;
import javafx.scene.input.KeyCode;

/** What the Desk says of things that others did: a supervisor's line, a shelf, somebody who looks after a failure. */
@Tag("L01")
class DeskNewsTest {
    private final TestDesk desk = new TestDesk().open();

    @BeforeEach
    void visitors() {
        desk.join("A", 0);
        desk.awaitReady();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void showsAMessageToTheCounterUntilItWasRead() {
        desk.messages.tell("Counter 3", "Please take Returns as well");
        desk.window.readAgain();
        desk.window.awaitShown("Please take Returns as well");
        assertThat(desk.window.<String>look(() -> desk.window.robot().lookup("#message").query().getAccessibleText()))
                .matches(desk.shop.address.user() + ", \\d\\d:\\d\\d: Please take Returns as well");
        desk.window.picture("desk-message-light");
        desk.window.press(KeyCode.G);
        await().until(() -> !desk.window.shows("Please take Returns as well"));
        desk.window.press(KeyCode.SPACE);
        desk.awaitState(TicketState.CALLED);
    }

    @Test
    void saysWhereGoodsLieAndWhoLooksAfterAFailedJob() {
        desk.shop.receive("DRL-18V-02", 5);
        new Shelves(desk.shop.database, Signals.none()).put("DRL-18V-02", "Shelf C4");
        UUID order = desk.shop.paid("Clara Doyle", new StockLine("DRL-18V-02", 2));
        desk.shop.database.transaction(tx -> tx.handle().execute("update orders set state = 'PROCESSING'"));
        desk.shop.database.transaction(tx -> tx.handle().execute(
                "insert into fulfilment_step (order_id, name, error, attempts, last_attempt) select id, 'email', "
                        + "'email: SMTP timeout after 10 s', 1, callboard_now() from orders"));
        new GroupClaims(desk.shop.database, desk.shop.audit, Signals.none())
                .claim(ErrorFingerprint.of("email: SMTP timeout after 25 s"), 1, null);
        desk.window.press(KeyCode.SPACE);
        desk.awaitState(TicketState.CALLED);
        desk.tickets.linkOrder(desk.atCounter().id(), desk.token(), order);
        desk.window.readAgain();
        await().until(() -> desk.window.shows("Shelf C4"));
        await().until(() -> desk.window
                .shows(": email: SMTP timeout after 10 s, " + desk.shop.address.user() + " is on it"));
        desk.shop.database.transaction(tx -> tx.handle().execute("update orders set state = 'COMPLETED'"));
        desk.window.readAgain();
        desk.window.awaitShown("ready at");
    }
}
