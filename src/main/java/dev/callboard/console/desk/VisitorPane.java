package dev.callboard.console.desk;

import java.time.Duration;
import java.time.Instant;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.AgeBar;
import dev.callboard.parts.Chip;
import dev.callboard.parts.LetterBlock;
import dev.callboard.parts.Meaning;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.InLine;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QuotedWait;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Right of the ticket block: who the visitor is and how long everything takes; or who would come next. */
final class VisitorPane {
    private final VBox box;
    private final Surroundings around;
    private final DeskRule rule;
    private final DeskWords words;

    VisitorPane(VBox box, Surroundings around, DeskRule rule, DeskWords words) {
        this.box = box;
        this.around = around;
        this.rule = rule;
        this.words = words;
    }

    void show(CounterSight sight) {
        if (sight.ticket() != null) {
            visitor(sight, queue(sight, sight.ticket().queue()));
        } else if (!sight.line().isEmpty()) {
            next(sight.line().getFirst(), sight);
        } else {
            box.getChildren().clear();
        }
    }

    private static String queue(CounterSight sight, String code) {
        return sight.allQueues().stream().filter(each -> each.code().equals(code)).map(Queue::name).findFirst()
                .orElse(code);
    }

    private void visitor(CounterSight sight, String queue) {
        Ticket ticket = sight.ticket();
        Label name = Labels.of(ticket.customer() == null ? around.texts().of("desk.walk_in") : ticket.customer(),
                "dense", "semibold");
        VBox who = new VBox(6, place(ticket.queue(), queue), name);
        HBox timers = new HBox(32);
        if (ticket.state() == TicketState.SERVING) {
            timers.getChildren().addAll(timer("desk.timer.serving", since(ticket.servingAt())),
                    timer("desk.timer.walk", Duration.between(ticket.calledAt(), ticket.servingAt())));
        } else {
            timers.getChildren().add(timer("desk.timer.called", since(ticket.calledAt())));
        }
        timers.getChildren().add(timer("desk.timer.waited", Duration.between(ticket.joinedAt(), ticket.calledAt())));
        box.getChildren().setAll(who, timers);
        if (sight.quoted() != null) {
            box.getChildren().add(quoted(sight.quoted(), Duration.between(ticket.joinedAt(), ticket.calledAt())));
        }
    }

    private Node quoted(QuotedWait told, Duration waited) {
        boolean within = waited.toSeconds() <= told.mostMinutes() * 60;
        return new Chip(within ? Meaning.SUCCESS : Meaning.WARNING, within ? "fth-check" : "fth-alert-triangle",
                around.texts().of(within ? "desk.quoted.within" : "desk.quoted.over", told.leastMinutes(),
                        told.mostMinutes()))
                .tall();
    }

    private void next(InLine next, CounterSight sight) {
        Ticket first = next.ticket();
        Label head = Labels.of(around.texts().of("desk.next_is"), "dense", "semibold", "muted");
        Label code = Labels.whole(first.code(), "display", "bold");
        AgeBar age = new AgeBar();
        age.show(around.clock().since(first.joinedAt()), rule.target(), rule.limit());
        HBox line = new HBox(12, code, age);
        line.setAlignment(Pos.CENTER_LEFT);
        Label why = Labels.of(words.reason(next, sight), "dense", "muted");
        box.getChildren().setAll(head, line, place(first.queue(), queue(sight, first.queue())), why);
    }

    private Duration since(Instant then) {
        return around.clock().since(then);
    }

    private static Node place(String code, String name) {
        Label queue = Labels.of(name, "heading");
        HBox line = new HBox(8, new LetterBlock(code), queue);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node timer(String key, Duration span) {
        Label head = Labels.of(around.texts().of(key), "dense", "semibold", "muted");
        Label figure = Labels.whole(dev.callboard.parts.Formats.span(span), "display");
        return new VBox(head, figure);
    }
}
