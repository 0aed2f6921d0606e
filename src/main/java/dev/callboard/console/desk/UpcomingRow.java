package dev.callboard.console.desk;

import java.time.Duration;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.AgeBar;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.tickets.Ticket;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One of those who would be called next: a place whose ticket changes. */
final class UpcomingRow extends HBox {
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final PseudoClass SOUGHT = PseudoClass.getPseudoClass("current");
    private static final int BEHIND_THE_CODE = 1;

    private final int place;
    private final Surroundings around;
    private final DeskRule rule;
    private final Label code = Labels.whole("", "ticket-code");
    private final Chip priority;
    private final AgeBar age = new AgeBar();
    private final Label why = Labels.of("", "dense", "muted");
    private final HBox first = new HBox(8, code, Labels.space(), age);

    /** @param place from 1 */
    UpcomingRow(int place, Surroundings around, DeskRule rule) {
        this.place = place;
        this.around = around;
        this.rule = rule;
        this.priority = new Chip(Meaning.HELD, "fth-star", around.texts().of("desk.priority"));
        first.setAlignment(Pos.CENTER_LEFT);
        VBox both = new VBox(5, first, why);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        getChildren().addAll(Labels.of(String.valueOf(place), "dense", "semibold", "muted", "place"), both);
        getStyleClass().add("upcoming");
    }

    void show(Ticket ticket, String reason) {
        Duration waited = around.clock().since(ticket.joinedAt());
        code.setText(ticket.code());
        showPriority(ticket.priority() > 0);
        age.show(waited, rule.target(), rule.limit());
        why.setText(reason);
        setAccessibleText(
                around.texts().of("desk.upcoming.spoken", place, ticket.code(), Formats.span(waited), reason));
    }

    private void showPriority(boolean has) {
        if (has != first.getChildren().contains(priority)) {
            if (has) {
                first.getChildren().add(BEHIND_THE_CODE, priority);
            } else {
                first.getChildren().remove(priority);
            }
        }
    }

    /** @param last below it nobody stands @param sought another screen asked for this ticket */
    void mark(boolean last, boolean sought) {
        pseudoClassStateChanged(LAST, last);
        pseudoClassStateChanged(SOUGHT, sought);
    }
}
