package dev.callboard.console.cancel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.StateChips;
import dev.callboard.payments.Payment;
import dev.callboard.triage.CancelPreview;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The five effects of a cancel, before it is done: order, stock, money, ticket, job. None is left out. */
final class CancelForecast {
    /** Effects stand further apart than the words before and behind them. */
    private static final double BETWEEN = 4;

    private final Surroundings around;
    private final CancelModel model;

    CancelForecast(Surroundings around, CancelModel model) {
        this.around = around;
        this.model = model;
    }

    String title() {
        return single() ? around.texts().of("cancel.title", number())
                : around.texts().of("cancel.title_many", model.targets().size());
    }

    String subtitle() {
        if (!single()) {
            return around.texts().of("cancel.subtitle_many");
        }
        CancelTarget target = model.targets().getFirst();
        Order order = target.order();
        String since = around.formats().secondsOrDay(target.since(), around.clock().nowProperty().get());
        return order.state() == OrderState.FAILED
                ? around.texts().of("cancel.subtitle", order.customer(), String.valueOf(target.job()), since)
                : around.texts().of("cancel.subtitle_open", order.customer(), order.state(), since);
    }

    private boolean single() {
        return model.targets().size() == 1;
    }

    private String number() {
        return String.valueOf(model.targets().getFirst().order().number());
    }

    /** @param was the effects as they were shown before, or null; what differs is marked */
    List<Node> rows(List<CancelPreview> was) {
        List<Node> rows = new ArrayList<>();
        Label head = Labels.of(around.texts().of("cancel.will_happen"), "dense", "semibold", "muted");
        Label when = quiet(around.texts().of("cancel.when"));
        rows.add(new HBox(head, Labels.space(), when));
        rows.add(orderRow());
        Stream.of(stockRow(was == null ? List.of() : CancelModel.stock(was)), refundRow(), ticketRow(), jobRow())
                .peek(row -> VBox.setMargin(row, new Insets(BETWEEN, 0, 0, 0))).forEach(rows::add);
        rows.add(note());
        return rows;
    }

    private Node orderRow() {
        Label what = strong(single() ? around.texts().of("order.number", number())
                : around.texts().of("cancel.orders", model.targets().size()));
        FontIcon arrow = new FontIcon("fth-arrow-right");
        arrow.getStyleClass().add("muted");
        Chip from = StateChips.of(model.targets().getFirst().order().state());
        Chip to = StateChips.of(OrderState.CANCELLED);
        from.setGraphic(null);
        to.setGraphic(null);
        return line("fth-shopping-bag", what, from, arrow, to);
    }

    private Node stockRow(List<CancelPreview.StockEffect> was) {
        boolean releases = model.previewsProperty().get().stream().allMatch(CancelPreview::onlyReleases);
        long units = model.units();
        HBox head = line("fth-package",
                strong(around.texts().of(releases ? "cancel.released" : "cancel.returned", units)),
                quiet(around.texts().of(releases ? "cancel.released_detail" : "cancel.returned_detail")));
        if (units == 0) {
            return effect("fth-package", around.texts().of("cancel.no_units"),
                    around.texts().of("cancel.no_units_detail"), false);
        }
        VBox table = new CancelStockTable(around.texts()).of(CancelModel.stock(model.previewsProperty().get()), was);
        VBox.setMargin(table, new Insets(0, 0, 0, 36));
        return new VBox(8, head, table);
    }

    private Node refundRow() {
        var refund = model.refund();
        return refund.signum() == 0
                ? effect("fth-credit-card", around.texts().of("cancel.no_refund"),
                        around.texts().of("cancel.no_refund_detail"), false)
                : effect("fth-credit-card", around.texts().of("cancel.refund", around.formats().money(refund)),
                        way(), true);
    }

    private String way() {
        List<Payment> payments = model.previewsProperty().get().stream().map(CancelPreview::payment)
                .filter(java.util.Objects::nonNull).toList();
        if (payments.size() == 1 && !payments.getFirst().byHand()) {
            return around.texts().of("cancel.refund_card",
                    around.formats().secondsOrDay(payments.getFirst().capturedAt(),
                            around.clock().nowProperty().get()));
        }
        return around.texts().of(payments.stream().allMatch(Payment::byHand) ? "cancel.refund_detail"
                : "cancel.refund_mixed");
    }

    /** Codes of the tickets that wait. */
    List<String> tickets() {
        return model.previewsProperty().get().stream().map(CancelPreview::ticketCode)
                .filter(java.util.Objects::nonNull).toList();
    }

    private Node ticketRow() {
        List<String> codes = tickets();
        return codes.isEmpty()
                ? effect("fth-bell", around.texts().of("cancel.no_ticket"),
                        around.texts().of("cancel.no_ticket_detail"), false)
                : effect("fth-bell", around.texts().of("cancel.ticket", String.join(", ", codes)),
                        around.texts().of("cancel.ticket_detail"), true);
    }

    private Node jobRow() {
        String job = model.targets().getFirst().job();
        if (single() && job == null) {
            return effect("fth-trash-2", around.texts().of("cancel.no_job"), around.texts().of("cancel.no_job_detail"),
                    false);
        }
        return effect("fth-trash-2",
                single() ? around.texts().of("cancel.job", job)
                        : around.texts().of("cancel.jobs", model.targets().size()),
                around.texts().of("cancel.job_detail", model.attempts()), true);
    }

    private Node note() {
        List<String> invoices = model.previewsProperty().get().stream().map(CancelPreview::invoiceNumber)
                .filter(java.util.Objects::nonNull).map(String::valueOf).toList();
        Label words = new Label(invoices.isEmpty() ? around.texts().of("cancel.note")
                : around.texts().of("cancel.note_invoice", String.join(", ", invoices)));
        words.setWrapText(true);
        HBox note = new HBox(new FontIcon("fth-info"), words);
        note.getStyleClass().addAll("note", "neutral");
        return note;
    }

    private static Node effect(String icon, String what, String detail, boolean happens) {
        Label title = strong(what);
        if (!happens) {
            title.getStyleClass().add("muted");
        }
        return line(icon, title, quiet(detail));
    }

    private static HBox line(String icon, Node... parts) {
        StackPane box = new StackPane(new FontIcon(icon));
        box.getStyleClass().add("icon-box");
        HBox words = new HBox(8, parts);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(12, box, words);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label strong(String text) {
        Label label = Labels.of(text, "semibold");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label quiet(String text) {
        Label label = Labels.of(text, "dense", "muted");
        return label;
    }
}
