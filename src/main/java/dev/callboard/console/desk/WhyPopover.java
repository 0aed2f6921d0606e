package dev.callboard.console.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Popover;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.InLine;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why the line is in this order: the rule, and for each of the next three the facts that it follows from. */
final class WhyPopover {
    private static final double WIDTH = 440;
    private final Surroundings around;
    private final DeskRule rule;
    private final RuleWords words;

    WhyPopover(Surroundings around, DeskRule rule) {
        this.around = around;
        this.rule = rule;
        this.words = new RuleWords(around.texts(), around.formats());
    }

    /**
     * The answer itself, not opened yet.
     *
     * @param close takes it away again
     * @param choose asks for a ticket out of order
     */
    Popover popover(CounterSight sight, Runnable close, Runnable choose) {
        var texts = around.texts();
        Popover popover = new Popover(texts.of("desk.why_order"), "", WIDTH);
        popover.badge(shut(close));
        List<Node> rows = new ArrayList<>();
        words.rules(rule.counter(), sight.queues())
                .forEach(line -> rows.add(Labels.wrapped(line, "dense", "muted")));
        sight.line().stream().limit(NextUpCard.ROWS).forEach(next -> rows.add(row(next, sight)));
        if (sight.line().isEmpty()) {
            String standing = new StandingWords(texts).waits(sight);
            rows.add(Labels.wrapped(standing == null ? texts.of("desk.nobody_waits") : standing, "medium"));
        }
        if (sight.longestYesterday() != null) {
            Region line = new Region();
            line.getStyleClass().add("divider");
            rows.add(line);
            rows.add(Labels.wrapped(texts.of("desk.why_order.yesterday", Formats.span(sight.longestYesterday())),
                    "dense", "muted"));
        }
        popover.fill(rows.toArray(Node[]::new));
        popover.aside(Labels.wrapped(texts.of("desk.why_order.chosen"), "dense", "muted"));
        popover.buttons(chosen(choose));
        return popover;
    }

    private ActionButton shut(Runnable close) {
        ActionButton shut = new ActionButton();
        shut.setIcon("fth-x");
        shut.setKind("flat icon-only");
        shut.setAccessibleText(around.texts().of("popover.back"));
        shut.setOnAction(press -> close.run());
        return shut;
    }

    private ActionButton chosen(Runnable choose) {
        ActionButton button = new ActionButton();
        button.setText(around.texts().of("desk.call_chosen"));
        button.setIcon("fth-crosshair");
        button.setKeys(around.texts().named("key", "Shift") + "," + around.texts().named("key", "Space"));
        button.setKind("small");
        button.setOnAction(press -> choose.run());
        return button;
    }

    private Node row(InLine next, CounterSight sight) {
        Label place = Labels.of(String.valueOf(next.ticket().position()), "dense", "semibold", "muted");
        place.setMinWidth(12);
        place.getStyleClass().add("why-place");
        Label code = Labels.whole(next.ticket().code(), "ticket-code");
        code.setMinWidth(69);
        Duration waited = around.clock().since(next.ticket().joinedAt());
        VBox why = new VBox(2, Labels.wrapped(words.why(next, sight), "dense", "medium"),
                Labels.wrapped(words.facts(next, waited), "caption", "muted"));
        HBox.setHgrow(why, Priority.ALWAYS);
        HBox row = new HBox(16, place, code, why);
        row.setAccessibleText(code.getText() + ". " + words.why(next, sight) + " " + words.facts(next, waited));
        return row;
    }
}
