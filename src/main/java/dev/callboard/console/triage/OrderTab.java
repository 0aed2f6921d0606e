package dev.callboard.console.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.ErrorWords;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.orders.FulfilmentStep;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderLine;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Labels;
import dev.callboard.parts.PlainTable;
import dev.callboard.parts.PlainTable.Column;
import dev.callboard.parts.StateChips;
import dev.callboard.triage.JobCase;
import dev.callboard.triage.WaitingTicket;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The order that a job works for: its steps, its goods and what a cancel would give back, its money, who waits for it. */
final class OrderTab {
    private static final double FACT = 96;

    private final Surroundings around;
    private final Travel travel;
    private final VBox box;

    OrderTab(Surroundings around, Travel travel, VBox box) {
        this.around = around;
        this.travel = travel;
        this.box = box;
    }

    void show(JobCase found) {
        if (found.order() == null) {
            box.getChildren().setAll(TabParts.quiet(around.texts().of("triage.no_order_here")));
            return;
        }
        Order order = found.order().order();
        List<Node> rows = new ArrayList<>();
        rows.add(bar(order));
        rows.add(TabParts.part(around.texts().of("triage.steps"),
                found.order().steps().stream().map(step -> step(step, order)).toList()));
        rows.add(TabParts.part(around.texts().of("triage.lines"), List.of()));
        rows.getLast().getStyleClass().add("over-table");
        rows.add(lines(found));
        rows.add(TabParts.part(around.texts().of("triage.payment"), payment(found.around().money())));
        rows.add(TabParts.part(around.texts().of("orders.waits"), List.of(waits(found))));
        box.getChildren().setAll(rows);
    }

    private Node bar(Order order) {
        Hyperlink number = new Hyperlink(around.texts().of("triage.order", String.valueOf(order.number())));
        number.getStyleClass().add("medium");
        number.setOnAction(press -> open(order));
        ActionButton open = new ActionButton();
        open.setText(around.texts().of("triage.open"));
        open.setIcon("fth-external-link");
        open.setKeys("O");
        open.setKind("small");
        open.setOnAction(press -> open(order));
        return TabParts.bar(number, StateChips.of(order.state()), Labels.space(),
                Labels.whole(around.formats().money(order.total()), "semibold"), open);
    }

    private void open(Order order) {
        travel.go("orders", String.valueOf(order.number()));
    }

    private Node step(FulfilmentStep step, Order order) {
        boolean done = step.doneAt() != null;
        boolean failed = !done && step.error() != null;
        FontIcon icon = new FontIcon(done ? "fth-check-circle" : failed ? "fth-x-circle" : "fth-clock");
        icon.getStyleClass().add(done ? "success-text" : failed ? "failed-text" : "muted");
        VBox words = new VBox(1, Labels.of(around.texts().named("step", step.name()), "dense", "semibold"),
                Labels.wrapped(done ? doneWords(step, order) : failed ? failedWords(step) : "", "caption", "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        Label when = Labels.whole(done ? seconds(step.doneAt()) : around.texts().of("triage.tries", step.attempts()),
                "dense", "muted");
        HBox row = new HBox(12, icon, words, when);
        row.getStyleClass().add("step-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String doneWords(FulfilmentStep step, Order order) {
        return switch (step.name()) {
            case "inventory" -> around.texts().of("orders.taken",
                    order.lines().stream().mapToLong(OrderLine::shipped).sum(), order.lines().size());
            default -> step.note() == null ? around.texts().of("orders.step.done") : step.note();
        };
    }

    private String failedWords(FulfilmentStep step) {
        return around.texts().of("orders.error_last", ErrorWords.brief(step.error()), seconds(step.lastAttempt()));
    }

    private Node lines(JobCase found) {
        var texts = around.texts();
        PlainTable table = new PlainTable(List.of(new Column(texts.of("orders.column.product"), 0, false),
                new Column(texts.of("orders.column.taken"), 44, true),
                new Column(texts.of("cancel.column.on_hand"), 60, true),
                new Column(texts.of("triage.if_cancelled"), 82, true)));
        for (OrderLine line : found.order().order().lines()) {
            Long onHand = found.around().onHand().get(line.sku());
            table.line(Labels.of(line.product(), "dense", "medium"), Labels.whole(count(line.shipped()), "dense"),
                    Labels.whole(onHand == null ? "" : count(onHand), "dense", "muted"),
                    Labels.whole(onHand == null ? "" : count(onHand + line.returnable()), "dense", "semibold",
                            line.returnable() > 0 ? "success-text" : "muted"));
        }
        return table;
    }

    private List<Node> payment(JobCase.Money money) {
        if (money.captured().signum() == 0) {
            return List.of(Labels.of(around.texts().of("cancel.no_refund_detail"), "dense", "muted"));
        }
        return List.of(fact("orders.captured", around.formats().money(money.captured()), seconds(money.at())),
                fact("orders.refunded", around.formats().money(money.refunded()), ""));
    }

    private Node fact(String key, String value, String aside) {
        Label name = Labels.of(around.texts().of(key), "dense", "muted");
        name.setMinWidth(FACT);
        HBox row = new HBox(8, name, Labels.whole(value, "dense", "semibold"), Labels.space(),
                Labels.whole(aside, "dense", "muted"));
        row.getStyleClass().add("tab-fact");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node waits(JobCase found) {
        WaitingTicket ticket = found.around().ticket();
        if (ticket == null) {
            return Labels.of(around.texts().of("orders.nobody_waits"), "dense", "muted");
        }
        VBox words = new VBox(1,
                Labels.of(around.texts().of("triage.waits_at", found.order().order().customer(), ticket.queue()),
                        "dense", "medium"),
                Labels.of(around.texts().of("orders.joined", around.formats().minutes(ticket.joinedAt())), "caption",
                        "muted"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(12, Labels.whole(ticket.code(), "heading"), words,
                new WaitingAge(around, ticket.joinedAt(), Duration.ofMinutes(5)));
        row.getStyleClass().add("step-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String count(long units) {
        return around.formats().count(units);
    }

    private String seconds(Instant at) {
        return around.formats().secondsOrDay(at, around.clock().nowProperty().get());
    }
}
