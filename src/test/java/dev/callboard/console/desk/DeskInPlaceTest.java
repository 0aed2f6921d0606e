package dev.callboard.console.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

/** News change what stands on the Desk and take nothing away that stays; and whoever is sought there is shown. */
class DeskInPlaceTest {
    private TestDesk desk;

    @BeforeEach
    void open() {
        desk = new TestDesk().open();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @Tag("L01")
    void newsLeaveTheFocusAndTheNodesWhereTheyAre() {
        desk.join("A", 0);
        desk.awaitReady();
        Node chip = desk.window.look(() -> desk.window.robot().lookup("#queue-A").query());
        desk.window.look(() -> {
            chip.requestFocus();
            return null;
        });
        List<Node> next = children("#nextUp");
        List<Node> visitor = children("#visitor");

        desk.join("A", 0);
        desk.window.readAgain();
        await().until(() -> desk.window.shows("2 in your queues"));

        assertThat(desk.window.<Boolean>look(chip::isFocused)).isTrue();
        assertThat(children("#nextUp")).containsAll(next);
        assertThat(children("#visitor")).containsExactlyElementsOf(visitor);
    }

    @Test
    void aTicketThatWaitsIsChosen() {
        for (int visitor = 0; visitor < 6; visitor++) {
            desk.join("A", 0);
        }
        desk.awaitReady();
        List<Ticket> line = desk.tickets.list("A", Set.of(), null);

        desk.find(line.get(4).id());
        await().atMost(Duration.ofSeconds(20)).until(() -> line.get(4).code().equals(chosen()));
        desk.find(line.get(1).id());
        await().atMost(Duration.ofSeconds(20)).until(() -> desk.window.look(() -> desk.window.robot()
                .lookup("#nextUp").queryAs(Pane.class).getChildren().get(1).getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("current"))));
    }

    @Test
    void anyOtherTicketIsSaidToBeWhereItIs() {
        Ticket first = desk.join("A", 0);
        desk.awaitReady();
        desk.window.press(KeyCode.SPACE);
        desk.awaitState(TicketState.CALLED);
        desk.find(first.id());
        desk.window.awaitShown("A-001 is at your counter.");

        Ticket elsewhere = desk.join("C", 0);
        desk.tickets.call(elsewhere.id(), "Counter 1", LeaseToken.none(), "asked for");
        desk.find(elsewhere.id());
        desk.window.awaitShown("C-001 is CALLED at Counter 1.");
        desk.tickets.hold(elsewhere.id(), LeaseToken.none(), Duration.ofMinutes(10), "receipt");
        desk.find(elsewhere.id());
        desk.window.awaitShown("C-001 is HELD in Returns, and not in the lists of this counter.");
    }

    private String chosen() {
        return desk.window.look(() -> desk.window.robot().lookup("#waiting").queryAs(TableView.class)
                .getSelectionModel().getSelectedItem() instanceof Ticket ticket ? ticket.code() : "");
    }

    private List<Node> children(String selector) {
        return desk.window.look(() -> List.copyOf(desk.window.robot().lookup(selector).queryAs(Pane.class)
                .getChildren()));
    }
}
