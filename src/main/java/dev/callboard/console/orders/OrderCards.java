package dev.callboard.console.orders;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.callboard.audit.AuditRow;
import dev.callboard.console.ErrorWords;
import dev.callboard.console.Surroundings;
import dev.callboard.jobs.ErrorFingerprint;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Card;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.payments.Refund;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The cards at the right of an order: money, job, history. */
final class OrderCards {
    private static final int NEWEST = 5;
    private static final double TIME = 62;

    private final Surroundings around;
    private boolean whole;

    OrderCards(Surroundings around) {
        this.around = around;
    }

    void payment(Card card, OrderCase shown) {
        if (shown.payment() == null) {
            card.aside();
            card.fill(padded(Labels.of(around.texts().of("orders.no_payment"), "dense", "muted")));
            return;
        }
        card.aside(refundState(shown));
        Label at = Labels.whole(around.formats().secondsOrDay(shown.payment().capturedAt(),
                around.clock().nowProperty().get()), "dense", "muted");
        Label amount = Labels.whole(around.formats().money(shown.payment().amount()), "dense", "semibold");
        Label reference = Labels.whole(shortened(shown.payment().id().toString()), "mono", "caption");
        reference.setTooltip(new Tooltip(shown.payment().id().toString()));
        List<Node> rows = new ArrayList<>(List.of(fact("orders.captured", amount, at)));
        boolean owed = shown.toGiveBack().signum() > 0 || shown.goingBack().signum() > 0;
        if (!owed || shown.refunded().signum() > 0) {
            rows.add(money("orders.refunded", shown.refunded()));
        }
        if (shown.toGiveBack().signum() > 0) {
            rows.add(money("orders.to_give_back", shown.toGiveBack()));
        }
        if (shown.goingBack().signum() > 0) {
            rows.add(money("orders.going_back", shown.goingBack()));
        }
        rows.add(fact("orders.reference", reference));
        rows.add(end());
        card.fill(rows.toArray(Node[]::new));
    }

    /** What is not settled yet stands for all of it. */
    private static Chip refundState(OrderCase shown) {
        return shown.refunds().stream().filter(refund -> !refund.isDone()).map(Refund::state).findFirst()
                .map(open -> new Chip(Meaning.WARNING, null, open))
                .orElseGet(() -> new Chip(Meaning.SUCCESS, null, shown.refunds().isEmpty() ? "CAPTURED" : "REFUNDED"));
    }

    private Node money(String key, BigDecimal amount) {
        return fact(key, Labels.whole(around.formats().money(amount), "dense", "semibold"));
    }

    private static String shortened(String id) {
        return id.substring(0, 8) + "…" + id.substring(id.length() - 2);
    }

    void job(Card card, OrderCase shown, String queue, ActionButton open, Consumer<String> openGroup) {
        if (shown.order().jobNumber() == null) {
            card.aside();
            card.fill(padded(Labels.of(around.texts().of("orders.no_job"), "dense", "muted")));
            return;
        }
        card.aside(open);
        List<Node> rows = new ArrayList<>();
        Hyperlink number = new Hyperlink(String.valueOf(shown.order().jobNumber()));
        number.getStyleClass().addAll("dense", "medium");
        number.setAccessibleText(around.texts().of("triage.job", number.getText()));
        number.setOnAction(press -> open.fire());
        rows.add(named(Labels.of(queue, "dense", "muted"), number));
        rows.add(fact("orders.attempts", Labels.whole(attempts(shown), "dense", "semibold")));
        if (shown.order().failure() != null) {
            Hyperlink group = Labels.tipped(new Hyperlink(groupName(shown.order().failure())));
            group.getStyleClass().addAll("dense", "medium");
            String fingerprint = ErrorFingerprint.of(shown.order().failure());
            group.setTooltip(new Tooltip(fingerprint + "\n" + shown.order().failure()));
            group.setAccessibleText(group.getText());
            group.setMaxWidth(220);
            group.setOnAction(press -> openGroup.accept(fingerprint));
            rows.add(fact("orders.group", group));
        }
        rows.add(end());
        card.fill(rows.toArray(Node[]::new));
    }

    private String groupName(String failure) {
        String first = ErrorWords.firstLine(failure);
        return ErrorWords.group(first, ErrorWords.step(first), around.texts());
    }

    /** A retry counts from the beginning; of a job that is gone, the tries that failed are known still. */
    private String attempts(OrderCase shown) {
        JobSnapshot job = shown.job() == null ? null : shown.job().job();
        var texts = around.texts();
        if (job == null) {
            return shown.failedTries() == 0 ? texts.of("orders.unknown")
                    : texts.of("orders.attempts_gone", shown.failedTries());
        }
        if (job.state() == JobState.FAILED) {
            return texts.of("orders.attempts_of", job.attemptsMade(), job.attemptsMade());
        }
        return texts.of(shown.isRetried() ? "orders.attempts_retried" : "orders.attempts_state",
                job.attemptsMade(), job.state().text());
    }

    void history(Card card, OrderCase shown) {
        List<AuditRow> newest = shown.details().history().reversed();
        Hyperlink all = new Hyperlink(whole ? around.texts().of("orders.fewer")
                : around.texts().of("orders.all", newest.size()));
        all.getStyleClass().add("dense");
        all.setOnAction(press -> {
            whole = !whole;
            history(card, shown);
        });
        if (newest.size() > NEWEST) {
            card.aside(all);
        } else {
            card.aside();
        }
        VBox rows = new VBox(12);
        rows.getStyleClass().add("history-rows");
        newest.stream().limit(whole ? Long.MAX_VALUE : NEWEST).forEach(entry -> rows.getChildren().add(entry(entry)));
        card.fill(rows);
    }

    private Node entry(AuditRow entry) {
        Label at = Labels.whole(around.formats().secondsOrDay(entry.at(), around.clock().nowProperty().get()), "dense",
                "muted");
        at.setMinWidth(TIME);
        Label what = Labels.of(words(entry), "dense", "medium");
        what.setWrapText(true);
        String why = entry.reason() == null ? "" : ": " + entry.reason();
        Label who = Labels.of((entry.duty() == null ? entry.actor() : entry.duty()) + why, "caption", "muted");
        who.setTooltip(new Tooltip(entry.actor() + why));
        VBox both = new VBox(2, what, who);
        both.setMinWidth(0);
        return new HBox(8, at, both);
    }

    private String words(AuditRow entry) {
        String from = entry.before().path("state").asText("");
        String to = entry.after().path("state").asText("");
        if (!from.isEmpty() && !to.isEmpty()) {
            return around.texts().of("orders.from_to", from, to);
        }
        return to.isEmpty() ? around.texts().named("action", entry.action()) : to;
    }

    private Node fact(String key, Node... values) {
        return named(Labels.whole(around.texts().of(key), "dense", "muted"), values);
    }

    private static Node named(Label name, Node... values) {
        HBox row = new HBox(6, name, Labels.space());
        row.getChildren().addAll(values);
        row.getStyleClass().add("fact-row");
        return row;
    }

    private static Node padded(Label words) {
        HBox row = new HBox(words);
        row.getStyleClass().add("fact-row");
        return new VBox(row, end());
    }

    private static Node end() {
        javafx.scene.layout.Region space = new javafx.scene.layout.Region();
        space.setMinHeight(8);
        return space;
    }
}
