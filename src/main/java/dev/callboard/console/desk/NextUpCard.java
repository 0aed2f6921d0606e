package dev.callboard.console.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.EmptyState;
import dev.callboard.parts.InPlace;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.InLine;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The three who would be called next, in order, each with its reason. */
final class NextUpCard {
    static final int ROWS = 3;

    private final VBox box;
    private final DeskWords words;
    private final List<UpcomingRow> rows = new ArrayList<>();
    private final EmptyState nobody;
    private final Texts texts;
    private UUID sought;

    NextUpCard(VBox box, Surroundings around, DeskRule rule, DeskWords words) {
        this.box = box;
        this.words = words;
        this.texts = around.texts();
        for (int place = 1; place <= ROWS; place++) {
            rows.add(new UpcomingRow(place, around, rule));
        }
        nobody = new EmptyState();
        nobody.getStyleClass().add("small");
        VBox.setVgrow(nobody, Priority.ALWAYS);
    }

    void show(CounterSight sight) {
        int shown = Math.min(ROWS, sight.line().size());
        for (int place = 0; place < shown; place++) {
            InLine next = sight.line().get(place);
            rows.get(place).show(next.ticket(), words.reason(next, sight));
            rows.get(place).mark(place == shown - 1, next.ticket().id().equals(sought));
        }
        explain(words.standing(sight));
        List<Node> wanted = shown == 0 ? List.of(nobody) : List.copyOf(rows.subList(0, shown));
        InPlace.update(box.getChildren(), wanted, Function.identity());
    }

    /** @param standing of those who wait where nobody is called; null where nobody does */
    private void explain(String standing) {
        nobody.setIcon(standing == null ? "fth-coffee" : "fth-pause-circle");
        nobody.setTitle(texts.of(standing == null ? "desk.nobody_waits" : "desk.nobody_callable"));
        nobody.setDetail(standing == null ? texts.of("desk.nobody_waits_detail") : standing);
    }

    /** Marks this ticket while it is one of the three; null marks none. */
    void seek(UUID ticket) {
        sought = ticket;
    }
}
