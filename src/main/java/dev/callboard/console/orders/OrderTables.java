package dev.callboard.console.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.orders.FulfilmentStep;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderLine;
import dev.callboard.orders.OrderState;
import dev.callboard.parts.Labels;
import dev.callboard.parts.PlainTable;
import dev.callboard.parts.PlainTable.Column;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The steps of an order and its lines, as tables. */
final class OrderTables {
    private static final List<String> STEPS = List.of("inventory", "email", "invoice");

    private final Surroundings around;

    OrderTables(Surroundings around) {
        this.around = around;
    }

    /** What a retry would run; empty where nothing would be. */
    Optional<String> retryRuns(OrderCase shown) {
        if (shown.order().state() != OrderState.FAILED) {
            return Optional.empty();
        }
        String left = each(shown).filter(step -> step.doneAt() == null)
                .map(step -> around.texts().named("step", step.name())).collect(Collectors.joining(", "));
        return left.isEmpty() ? Optional.empty() : Optional.of(around.texts().of("orders.retry_runs", left));
    }

    private static Stream<FulfilmentStep> each(OrderCase shown) {
        return STEPS.stream().map(name -> shown.details().steps().stream().filter(step -> step.name().equals(name))
                .findFirst().orElse(new FulfilmentStep(name, null, null, null, 0, null)));
    }

    Node steps(OrderCase shown) {
        PlainTable table = new PlainTable(List.of(column("step", 116, false), column("state", 72, false),
                column("done_at", 72, false), column("tries", 40, true), column("gap", 20, false),
                column("proof", 0, false)));
        each(shown).forEach(step -> table.line(name(step), Labels.of(word(step), "dense", "medium", ink(step)),
                Labels.whole(around.formats().secondsOrDay(step.doneAt(), around.clock().nowProperty().get()), "dense",
                        "muted"),
                Labels.whole(step.attempts() == 0 ? "" : String.valueOf(step.attempts()), "dense"), new Label(),
                proof(step, shown)));
        return table;
    }

    private Node name(FulfilmentStep step) {
        FontIcon icon = new FontIcon(step.doneAt() != null ? "fth-check-circle"
                : step.error() != null ? "fth-x-circle" : "fth-clock");
        icon.getStyleClass().add(ink(step));
        Label name = Labels.whole(around.texts().named("step", step.name()), "dense", "semibold");
        HBox cell = new HBox(8, icon, name);
        cell.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return cell;
    }

    private String word(FulfilmentStep step) {
        return around.texts().of(step.doneAt() != null ? "orders.step.done"
                : step.error() != null ? "orders.step.failed" : "orders.step.open");
    }

    private static String ink(FulfilmentStep step) {
        return step.doneAt() != null ? "success-text" : step.error() != null ? "failed-text" : "muted";
    }

    private Label proof(FulfilmentStep step, OrderCase shown) {
        if (step.doneAt() == null && step.error() != null) {
            return Labels.of(around.texts().of("orders.error_last", bare(step),
                    around.formats().secondsOrDay(step.lastAttempt(), around.clock().nowProperty().get())), "dense",
                    "failed-text");
        }
        long units = shown.order().lines().stream().mapToLong(OrderLine::shipped).sum();
        return Labels.of(step.doneAt() == null ? "" : proof(step, shown, units), "dense", "muted");
    }

    private String proof(FulfilmentStep step, OrderCase shown, long units) {
        return switch (step.name()) {
            case "inventory" -> around.texts().of("orders.taken", units, shown.order().lines().size());
            case "invoice" -> shown.invoice() == null ? ""
                    : around.texts().of("orders.invoice", String.valueOf(shown.invoice()));
            default -> step.note() == null ? "" : step.note();
        };
    }

    /** The error without the name of its step, which stands at the left. */
    private static String bare(FulfilmentStep step) {
        String prefix = step.name() + ": ";
        return step.error().startsWith(prefix) ? step.error().substring(prefix.length()) : step.error();
    }

    Node lines(Order order) {
        PlainTable table = new PlainTable(List.of(column("sku", 100, false), column("product", 0, false),
                column("qty", 44, true), column("price", 68, true), column("sum", 84, true),
                column("taken", 52, true), column("returned", 68, true)));
        order.lines().forEach(line -> table.line(Labels.of(line.sku(), "dense", "muted"),
                Labels.of(line.product(), "dense", "medium"), figure(line.quantity()),
                Labels.whole(around.formats().amount(line.price()), "dense", "muted"),
                Labels.whole(money(line.price().multiply(BigDecimal.valueOf(line.quantity()))), "dense", "semibold"),
                figure(line.shipped()), figure(line.cancelled() + line.returned())));
        table.line(total(around.texts().of("orders.units", units(order))), new Label(), new Label(), new Label(),
                total(money(order.total())),
                total(String.valueOf(order.lines().stream().mapToLong(OrderLine::shipped).sum())),
                total(String.valueOf(
                        order.lines().stream().mapToLong(line -> line.cancelled() + line.returned()).sum())));
        return table;
    }

    private static long units(Order order) {
        return order.lines().stream().mapToLong(OrderLine::quantity).sum();
    }

    private String money(BigDecimal amount) {
        return around.formats().money(amount);
    }

    private static Label figure(long number) {
        return number == 0 ? Labels.whole("0", "dense", "muted") : Labels.whole(String.valueOf(number), "dense");
    }

    private static Label total(String text) {
        return Labels.whole(text, "dense", "semibold");
    }

    private Column column(String key, double width, boolean right) {
        return new Column(around.texts().of("orders.column." + key), width, right);
    }
}
