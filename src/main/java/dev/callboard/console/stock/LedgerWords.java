package dev.callboard.console.stock;

import java.util.ArrayList;
import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.stock.ProductLedger;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stands in the rows of a ledger. */
final class LedgerWords {
    private static final String MINUS = "−";

    private final Surroundings around;

    LedgerWords(Surroundings around) {
        this.around = around;
    }

    String when(ProductLedger.Row row) {
        return around.formats().secondsOrDay(row.at(), around.clock().nowProperty().get());
    }

    Node what(ProductLedger.Row row) {
        FontIcon icon = new FontIcon(icon(row));
        icon.getStyleClass().addAll(ink(row), "small-icon");
        Label kind = Labels.of(around.texts().of("stock.kind." + (row.isHold() ? "HOLD" : row.kind().name())), "dense",
                "medium");
        Label whom = Labels.of(whom(row), "caption", "muted");
        VBox both = new VBox(kind, whom);
        both.setMinWidth(0);
        both.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        HBox cell = new HBox(8, icon, both);
        cell.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return cell;
    }

    private static String icon(ProductLedger.Row row) {
        if (row.isHold()) {
            return "fth-shopping-bag";
        }
        return switch (row.kind()) {
            case RECEIVE -> "fth-truck";
            case SHIP -> "fth-package";
            case CANCEL_RETURN, CUSTOMER_RETURN -> "fth-corner-up-left";
            case WRITE_OFF -> "fth-trash-2";
            case ADJUSTMENT -> "fth-edit-2";
        };
    }

    private static String ink(ProductLedger.Row row) {
        return row.isHold() ? "held-text" : row.units() > 0 ? "success-text" : "muted";
    }

    private String whom(ProductLedger.Row row) {
        List<String> parts = new ArrayList<>();
        if (row.order() != null) {
            parts.add(around.texts().of("stock.of_order", String.valueOf(row.order())));
        }
        if (row.isHold()) {
            parts.add(row.customer());
        } else {
            if (row.reason() != null) {
                parts.add(row.reason());
            }
            parts.add(row.actor());
        }
        return String.join(", ", parts);
    }

    Node units(ProductLedger.Row row) {
        String sign = row.isHold() ? "" : row.units() > 0 ? "+" : MINUS;
        return Labels.whole(sign + around.formats().count(Math.abs(row.units())), "dense", "semibold",
                row.isHold() ? "held-text" : row.units() > 0 ? "success-text" : "plain");
    }
}
