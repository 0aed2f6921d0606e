package dev.callboard.console.floor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import dev.callboard.tickets.CallingRule;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueRule;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** What a queue aims for, when it is open and in which order it is called. */
final class RulePopover {
    private static final double WIDTH = 400;
    private static final int LONGEST_AGE = 1_440;
    private static final int MOST_PRIORITY = 100;

    private final Surroundings around;
    private final FloorModel model;
    private final Overlay overlay;
    private final TextField target = new TextField();
    private final TextField limit = new TextField();
    private final TextField opens = new TextField();
    private final TextField closes = new TextField();
    private final TextField ageLimit = new TextField();
    private final TextField priority = new TextField();
    private final ActionButton save = new ActionButton();

    RulePopover(Surroundings around, FloorModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
    }

    void open(Node anchor, Queue queue) {
        var texts = around.texts();
        QueueRule now = model.sight().snapshotProperty().get().sight().rules().get(queue.code());
        fill(target, "ruleTarget", minutes(now.target()), minutes(model.shopRule().target()));
        fill(limit, "ruleLimit", minutes(now.limit()), minutes(model.shopRule().limit()));
        fill(opens, "ruleOpens", now.opens() == null ? "" : now.opens().toString(), "09:00");
        fill(closes, "ruleCloses", now.closes() == null ? "" : now.closes().toString(), "18:00");
        fill(ageLimit, "ruleAge", minutes(queue.rule().ageLimit()), texts.of("floor.rule.age_none"));
        fill(priority, "rulePriority", String.valueOf(queue.rule().priorityPerNormal()), "2");
        Popover popover = new Popover(queue.name(), texts.of("floor.rule.shop"), WIDTH);
        popover.fill(Popover.row(texts.of("floor.rule.target"), target),
                Popover.row(texts.of("floor.rule.limit"), limit), Popover.row(texts.of("floor.rule.opens"), opens),
                Popover.row(texts.of("floor.rule.closes"), closes), Popover.row(texts.of("floor.rule.age"), ageLimit),
                Popover.row(texts.of("floor.rule.priority"), priority));
        ActionButton back = new ActionButton();
        back.setText(texts.of("popover.back"));
        back.setKeys(texts.named("key", "Esc"));
        back.setOnAction(press -> overlay.close());
        save.setText(texts.of("settings.save"));
        save.setKeys(texts.named("key", "Enter"));
        save.setKind("primary");
        save.setOnAction(press -> {
            QueueRule decided = decided(now);
            CallingRule order = order();
            overlay.close();
            model.rule(queue, decided, order);
        });
        model.question(Right.QUEUES).guard(popover, save, this::fault, target.textProperty(), limit.textProperty(),
                opens.textProperty(), closes.textProperty(), ageLimit.textProperty(), priority.textProperty());
        popover.buttons(back, save);
        overlay.openPopover(popover, anchor,
                new Keymap().bindEverywhere("Esc", texts.of("popover.back"), overlay::close)
                        .bindEverywhere("Enter", texts.of("settings.save"), save::fire));
        target.requestFocus();
    }

    private void fill(TextField field, String id, String text, String prompt) {
        field.setId(id);
        field.setText(text);
        field.setPromptText(prompt);
    }

    private String fault() {
        var texts = around.texts();
        if (!isMinutes(target) || !isMinutes(limit)) {
            return texts.of("floor.rule.why.minutes");
        }
        if (!isTime(opens) || !isTime(closes) || opens.getText().isBlank() != closes.getText().isBlank()) {
            return texts.of("floor.rule.why.hours");
        }
        if (!isOf(ageLimit, LONGEST_AGE) && !ageLimit.getText().isBlank() || !isOf(priority, MOST_PRIORITY)) {
            return texts.of("floor.rule.why.order");
        }
        return null;
    }

    /** A whole number from 1 to that one. */
    private static boolean isOf(TextField field, int most) {
        String text = field.getText().strip();
        return text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= most;
    }

    private CallingRule order() {
        return new CallingRule(span(ageLimit), Integer.parseInt(priority.getText().strip()));
    }

    private static boolean isMinutes(TextField field) {
        return field.getText().isBlank() || field.getText().strip().matches("[1-9][0-9]{0,2}");
    }

    private static boolean isTime(TextField field) {
        try {
            time(field);
            return true;
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    private static LocalTime time(TextField field) {
        return field.getText().isBlank() ? null : LocalTime.parse(field.getText().strip());
    }

    private static Duration span(TextField field) {
        return field.getText().isBlank() ? null : Duration.ofMinutes(Long.parseLong(field.getText().strip()));
    }

    private QueueRule decided(QueueRule now) {
        return new QueueRule(now.name(), span(target), span(limit), time(opens), time(closes));
    }

    private static String minutes(Duration span) {
        return span == null ? "" : String.valueOf(span.toMinutes());
    }
}
