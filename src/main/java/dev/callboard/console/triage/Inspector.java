package dev.callboard.console.triage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.parts.Labels;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.parts.Phrase;
import dev.callboard.parts.Chip;
import dev.callboard.parts.StateChips;
import dev.callboard.triage.JobCase;
import dev.callboard.triage.WaitingTicket;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The first tab of a job: what stands still because of it, what a retry would do, what its attempts met. */
final class Inspector {
    private static final Duration TARGET = Duration.ofMinutes(5);

    private final VBox box;
    private final Surroundings around;
    private final Travel travel;
    private final FlowRows flow;

    Inspector(VBox box, Surroundings around, Travel travel, FlowRows flow) {
        this.flow = flow;
        this.box = box;
        this.around = around;
        this.travel = travel;
    }

    void show(JobCase found) {
        List<Node> rows = new ArrayList<>();
        if (found.order() != null) {
            rows.add(facts(found));
            rows.add(retryNote(found));
        } else {
            rows.add(note("fth-info", new Text(around.texts().of("triage.foreign"))));
        }
        rows.addAll(flow.of(found.job()));
        rows.addAll(new AttemptRows(around).of(found));
        box.getChildren().setAll(rows);
    }

    private Node facts(JobCase found) {
        Order order = found.order().order();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts-grid");
        grid.add(fact("triage.fact.stake", strong(stake(found)), "left", "top"), 0, 0);
        Hyperlink link = new Hyperlink(String.valueOf(order.number()));
        link.setAccessibleText(around.texts().of("triage.order", String.valueOf(order.number())));
        link.setOnAction(press -> travel.go("orders", String.valueOf(order.number())));
        Chip state = StateChips.of(order.state());
        state.setGraphic(null);
        HBox number = new HBox(8, link, state);
        number.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        grid.add(fact("triage.fact.order", number, "top"), 1, 0);
        grid.add(fact("triage.fact.customer", strong(order.customer()), "left"), 0, 1);
        grid.add(waiting(found), 1, 1);
        grid.getColumnConstraints().addAll(half(), half());
        return grid;
    }

    private String stake(JobCase found) {
        BigDecimal kept = found.around().money().kept();
        return kept.signum() > 0 ? around.texts().of("triage.fact.captured", around.formats().money(kept))
                : around.formats().money(found.order().order().total());
    }

    /** Who waits because of it, or when it failed. */
    private Node waiting(JobCase found) {
        WaitingTicket ticket = found.around().ticket();
        if (ticket == null) {
            return fact("triage.fact.failed", strong(around.formats().secondsOrDay(found.order().order().failedAt(),
                    around.clock().nowProperty().get())));
        }
        HBox who = new HBox(8, Labels.whole(ticket.code(), "medium", "accent-text"),
                new WaitingAge(around, ticket.joinedAt(), TARGET));
        who.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return named(around.texts().of("triage.fact.waits", ticket.queue()), who);
    }

    private static javafx.scene.layout.ColumnConstraints half() {
        var half = new javafx.scene.layout.ColumnConstraints();
        half.setPercentWidth(50);
        return half;
    }

    private Node fact(String key, Node value, String... edges) {
        return named(around.texts().of(key), value, edges);
    }

    private static Node named(String what, Node value, String... edges) {
        VBox fact = new VBox(Labels.of(what, "dense", "muted"), value);
        fact.getStyleClass().add("fact");
        fact.getStyleClass().addAll(edges);
        return fact;
    }

    private Node retryNote(JobCase found) {
        var texts = around.texts();
        if (found.order().order().state() != OrderState.FAILED) {
            return note("fth-info", new Text(texts.of("triage.moved_order", found.order().order().state())));
        }
        String[] sentence = RetryWords.sentence(found, texts).split(Phrase.NAME, 2);
        if (sentence.length == 1) {
            return note("fth-rotate-cw", new Text(sentence[0]));
        }
        Text step = new Text(RetryWords.todo(found, texts));
        step.getStyleClass().add("semibold");
        return note("fth-rotate-cw", new Text(sentence[0]), step, new Text(sentence[1]));
    }

    private static Node note(String icon, Text... words) {
        TextFlow text = new TextFlow(words);
        for (Text part : words) {
            part.getStyleClass().addAll("dense", "ink");
        }
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox note = new HBox(new FontIcon(icon), text);
        note.getStyleClass().add("note");
        return note;
    }

    private static Label strong(String text) {
        Label label = Labels.of(text, "semibold");
        return label;
    }
}
