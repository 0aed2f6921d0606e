package dev.callboard.console.desk;

import java.util.List;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.AgeBar;
import dev.callboard.parts.Chip;
import dev.callboard.parts.EmptyState;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Meaning;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.InLine;
import dev.callboard.tickets.Ticket;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The three who would be called next, in order, each with its reason. */
final class NextUpCard {
    static final int ROWS = 3;
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    private final VBox box;
    private final Surroundings around;
    private final DeskRule rule;
    private final DeskWords words;

    NextUpCard(VBox box, Surroundings around, DeskRule rule, DeskWords words) {
        this.box = box;
        this.around = around;
        this.rule = rule;
        this.words = words;
    }

    void show(CounterSight sight) {
        List<InLine> line = sight.line();
        box.getChildren().clear();
        int place = 1;
        for (InLine next : line.subList(0, Math.min(ROWS, line.size()))) {
            box.getChildren().add(row(place++, next, sight));
        }
        if (line.isEmpty()) {
            EmptyState nobody = new EmptyState("fth-coffee", around.texts().of("desk.nobody_waits"),
                    around.texts().of("desk.nobody_waits_detail"));
            nobody.getStyleClass().add("small");
            VBox.setVgrow(nobody, Priority.ALWAYS);
            box.getChildren().add(nobody);
        } else {
            box.getChildren().getLast().pseudoClassStateChanged(LAST, true);
        }
    }

    private Node row(int place, InLine next, CounterSight sight) {
        Ticket ticket = next.ticket();
        String reason = words.reason(next, sight);
        Label number = Labels.of(String.valueOf(place), "dense", "semibold", "muted", "place");
        Label code = Labels.whole(ticket.code(), "heading");
        HBox first = new HBox(8, code);
        first.setAlignment(Pos.CENTER_LEFT);
        if (ticket.priority() > 0) {
            first.getChildren().add(new Chip(Meaning.HELD, "fth-star", around.texts().of("desk.priority")));
        }
        AgeBar age = new AgeBar();
        age.show(around.clock().since(ticket.joinedAt()), rule.target(), rule.limit());
        first.getChildren().addAll(Labels.space(), age);
        Label why = Labels.of(reason, "dense", "muted");
        VBox both = new VBox(3, first, why);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox row = new HBox(number, both);
        row.getStyleClass().add("upcoming");
        row.setAccessibleText(around.texts().of("desk.upcoming.spoken", place, ticket.code(),
                Formats.span(around.clock().since(ticket.joinedAt())), reason));
        return row;
    }
}
