package dev.callboard.console.cancel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Spinner;
import dev.callboard.triage.CancelResult;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The effects of a cancel, after it was done: what is confirmed and when, what still goes on, what was too late. */
final class CancelReport {
    private final Surroundings around;

    CancelReport(Surroundings around) {
        this.around = around;
    }

    String title(CancelOutcome outcome) {
        if (outcome.done().isEmpty()) {
            return around.texts().of("cancel.nothing_done");
        }
        return outcome.each().size() == 1
                ? around.texts().of("cancel.done", String.valueOf(outcome.done().getFirst().order().number()))
                : around.texts().of("cancel.done_many", outcome.done().size(), outcome.each().size());
    }

    String subtitle(CancelOutcome outcome) {
        if (outcome.done().isEmpty()) {
            return "";
        }
        return around.texts().of(outcome.pending() ? "cancel.finishing" : "cancel.all_done");
    }

    List<Node> rows(CancelOutcome outcome, String reason) {
        List<Node> rows = new ArrayList<>();
        if (!outcome.done().isEmpty()) {
            Instant at = outcome.done().getFirst().at();
            rows.add(done(around.texts().of("cancel.report.order", outcome.done().getFirst().order().state(),
                    outcome.seen().order().state()),
                    around.texts().of("cancel.report.by", around.connection().login(), reason), at));
            rows.add(done(around.texts().of("cancel.report.stock", outcome.units()), goods(outcome), at));
            rows.add(refund(outcome, at));
            rows.add(outcome.pending() ? finishing()
                    : done(around.texts().of("cancel.report.job"), around.texts().of("cancel.report.job_detail"), at));
        }
        outcome.each().stream().filter(one -> one.result() == null).forEach(one -> rows.add(moved(one)));
        return rows;
    }

    private static String goods(CancelOutcome outcome) {
        return outcome.done().stream().flatMap(CancelReport::lines).collect(Collectors.joining(", "));
    }

    private static Stream<String> lines(CancelResult result) {
        return Stream.concat(result.returned().stream(), result.released().stream())
                .map(line -> line.sku() + " +" + line.quantity());
    }

    private Node refund(CancelOutcome outcome, Instant at) {
        if (outcome.refunds().signum() == 0) {
            return row(icon("fth-slash", "muted"), around.texts().of("cancel.no_refund"),
                    around.texts().of("cancel.no_refund_detail"), null);
        }
        return row(icon("fth-user-check", "warning-text"),
                around.texts().of("cancel.report.refund", around.formats().money(outcome.refunds())),
                around.texts().of("cancel.report.refund_detail"), at);
    }

    private Node finishing() {
        HBox row = row(new Spinner(20), around.texts().of("cancel.report.finishing"),
                around.texts().of("cancel.report.finishing_detail"), null);
        row.getStyleClass().add("note");
        return row;
    }

    private Node moved(CancelOutcome.One one) {
        CancelOutcome.Moved how = one.moved();
        HBox note = row(icon("fth-info", "accent-text"),
                around.texts().of("cancel.report.moved", String.valueOf(how.number()), how.state()),
                around.texts().of("cancel.report.moved_detail", how.actor(), around.formats().seconds(how.at())), null);
        note.getStyleClass().add("note");
        return note;
    }

    private HBox done(String what, String detail, Instant at) {
        return row(icon("fth-check-circle", "success-text"), what, detail, at);
    }

    private HBox row(Node picture, String what, String detail, Instant at) {
        Label title = Labels.of(what, "semibold");
        Label more = Labels.of(detail, "dense", "muted");
        more.setWrapText(true);
        VBox words = new VBox(title, more);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label when = Labels.whole(around.formats().seconds(at), "dense", "muted");
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(12, picture, words, when);
        row.setPadding(new Insets(2, 0, 2, 0));
        return row;
    }

    private static FontIcon icon(String literal, String ink) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().addAll(ink, "report-icon");
        return icon;
    }
}
