package dev.callboard.console.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.AgeBar;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Formats;
import dev.callboard.parts.InPlace;
import dev.callboard.parts.Labels;
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
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** Right of the ticket block: who the visitor is and how long everything takes; or who would come next. */
final class VisitorPane {
    private static final double APART = 16;
    private static final double CLOSER = 12;

    private final VBox box;
    private final Surroundings around;
    private final DeskRule rule;
    private final DeskWords words;
    private final Place here = new Place("heading");
    private final Label name = Labels.of("", "dense", "semibold");
    private final Label language = Labels.of("", "dense", "muted");
    private final VBox who = new VBox(5, here, new HBox(8, name, language));
    private final HBox timers = new HBox(32);
    private final Timer called;
    private final Timer serving;
    private final Timer walk;
    private final Timer waited;
    private final Chip quoted = new Chip().tall();
    private final Label nextIs;
    private final Label code = Labels.whole("", "display", "bold");
    private final AgeBar age = new AgeBar();
    private final HBox next = new HBox(12, code, age);
    private final Place there = new Place("title");
    private final Label why = Labels.of("", "dense", "muted");

    VisitorPane(VBox box, Surroundings around, DeskRule rule, DeskWords words) {
        this.box = box;
        this.around = around;
        this.rule = rule;
        this.words = words;
        this.called = new Timer(around.texts().of("desk.timer.called"));
        this.serving = new Timer(around.texts().of("desk.timer.serving"));
        this.walk = new Timer(around.texts().of("desk.timer.walk"));
        this.waited = new Timer(around.texts().of("desk.timer.waited"));
        this.nextIs = Labels.of(around.texts().of("desk.next_is"), "dense", "semibold", "muted");
        next.setAlignment(Pos.CENTER_LEFT);
        quoted.setMinWidth(0);
        Labels.tipped(quoted);
    }

    void show(CounterSight sight) {
        List<Node> shown = new ArrayList<>();
        if (sight.ticket() != null) {
            box.setSpacing(APART);
            drawVisitor(sight);
            shown.addAll(List.of(who, timers));
            if (sight.quoted() != null) {
                shown.add(quoted);
            }
        } else if (!sight.line().isEmpty()) {
            box.setSpacing(CLOSER);
            drawNext(sight.line().getFirst(), sight);
            shown.addAll(List.of(nextIs, next, there, why));
        }
        keep(box, shown);
    }

    /** What stays keeps its node: this is drawn with every second. */
    private static void keep(Pane pane, List<? extends Node> shown) {
        InPlace.update(pane.getChildren(), List.copyOf(shown), Function.identity());
    }

    private static String queue(CounterSight sight, String code) {
        return sight.allQueues().stream().filter(each -> each.code().equals(code)).map(Queue::name).findFirst()
                .orElse(code);
    }

    private void drawVisitor(CounterSight sight) {
        Ticket ticket = sight.ticket();
        here.show(ticket.queue(), queue(sight, ticket.queue()));
        name.setText(ticket.customer() == null ? around.texts().of("desk.walk_in") : ticket.customer());
        language.setText(sight.arrived() == null ? "" : around.texts().language(sight.arrived().language()));
        Duration wait = Duration.between(ticket.joinedAt(), ticket.calledAt());
        waited.show(wait);
        if (ticket.state() == TicketState.SERVING) {
            serving.show(since(ticket.servingAt()));
            walk.show(Duration.between(ticket.calledAt(), ticket.servingAt()));
            keep(timers, List.of(serving, walk, waited));
        } else {
            called.show(since(ticket.calledAt()));
            keep(timers, List.of(called, waited));
        }
        if (sight.quoted() != null) {
            drawQuoted(sight.quoted(), wait);
        }
    }

    private void drawQuoted(QuotedWait told, Duration wait) {
        boolean within = wait.toSeconds() <= told.mostMinutes() * 60;
        quoted.show(within ? Meaning.SUCCESS : Meaning.WARNING, within ? "fth-check" : "fth-alert-triangle",
                around.texts().of(within ? "desk.quoted.within" : "desk.quoted.over", told.leastMinutes(),
                        told.mostMinutes()));
    }

    private void drawNext(InLine first, CounterSight sight) {
        Ticket ticket = first.ticket();
        code.setText(ticket.code());
        age.show(since(ticket.joinedAt()), rule.target(), rule.limit());
        there.show(ticket.queue(), queue(sight, ticket.queue()));
        why.setText(words.reason(first, sight));
    }

    private Duration since(Instant then) {
        return around.clock().since(then);
    }

    /** A queue by letter and name. */
    private static final class Place extends HBox {
        private final LetterBlock letter = new LetterBlock();
        private final Label queue;

        /** @param size style class of the queue's name */
        Place(String size) {
            super(8);
            queue = Labels.of("", size);
            setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(letter, queue);
        }

        void show(String code, String name) {
            letter.setText(code);
            queue.setText(name);
        }
    }

    /** A span under what it is. */
    private static final class Timer extends VBox {
        private final Label figure = Labels.whole("", "display");

        Timer(String what) {
            getChildren().addAll(Labels.of(what, "dense", "semibold", "muted"), figure);
        }

        void show(Duration span) {
            figure.setText(Formats.span(span));
        }
    }
}
