package dev.callboard.console.desk;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.EmptyState;
import dev.callboard.tickets.Counter;
import dev.callboard.tickets.CounterSight;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;

/** In place of the visitor's card while the counter is somebody else's: who has it since when, and the way back. */
final class LostCounterCard {
    private final VBox box;
    private final VBox card;
    private final Surroundings around;
    private final DeskModel model;
    private final EmptyState words = new EmptyState("fth-user-x", "", "");
    private final ActionButton takeBack = new ActionButton();

    /** @param box where it stands @param card what it stands for */
    LostCounterCard(VBox box, VBox card, Surroundings around, DeskModel model) {
        this.box = box;
        this.card = card;
        this.around = around;
        this.model = model;
        takeBack.setId("takeBack");
        takeBack.setText(around.texts().of("desk.lost.take_back"));
        takeBack.setIcon("fth-corner-down-left");
        takeBack.setKeys(around.texts().named("key", "Space"));
        takeBack.setKind("primary medium");
        takeBack.setOnAction(press -> model.takeCounter());
        takeBack.setMaxWidth(VBox.USE_PREF_SIZE);
        around.rights().guard(Right.TICKETS, takeBack);
        words.setDetail(around.texts().of("desk.lost.detail"));
        box.setAlignment(Pos.CENTER);
        box.getChildren().setAll(words, takeBack);
    }

    /** True while the counter is somebody else's. */
    boolean isShown() {
        return model.lease().lostProperty().get() != null;
    }

    /** The way back, for the key of the main action. */
    ActionButton takeBack() {
        return takeBack;
    }

    void show(CounterSight sight) {
        box.setVisible(isShown());
        card.setVisible(!isShown());
        if (isShown()) {
            words.setTitle(title(sight == null ? null : sight.counter()));
        }
    }

    private String title(Counter now) {
        return now == null || now.holder() == null
                ? model.lease().lostProperty().get()
                : around.texts().of("desk.lost", now.name(), now.holder(), around.formats().seconds(now.since()));
    }
}
