package dev.callboard.console.stock;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import javafx.scene.control.Label;

/** In the header: whether the ledger adds up, how far a check of it is, or where it does not. */
final class LedgerCheckLine {
    private final Surroundings around;
    private final Label fact = Labels.of("", "dense", "medium");

    LedgerCheckLine(Surroundings around) {
        this.around = around;
    }

    Label node() {
        return fact;
    }

    /** Shows how it went; nothing for null. */
    void show(StockModel.Checking now) {
        fact.getStyleClass().removeAll("success-text", "failed-text", "muted");
        fact.setGraphic(null);
        if (now == null) {
            fact.setText("");
            return;
        }
        boolean runs = now.report() == null;
        boolean sound = !runs && now.report().differences().isEmpty();
        String ink = runs || !now.report().whole() && sound ? "muted" : sound ? "success-text" : "failed-text";
        fact.getStyleClass().add(ink);
        if (!runs && now.report().whole()) {
            FontIcon icon = new FontIcon(sound ? "fth-check-circle" : "fth-alert-circle");
            icon.getStyleClass().add(ink);
            fact.setGraphic(icon);
        }
        fact.setText(words(now, runs, sound));
    }

    private String words(StockModel.Checking now, boolean runs, boolean sound) {
        var texts = around.texts();
        if (runs) {
            return texts.of("stock.checking", now.looked());
        }
        if (!sound) {
            return texts.of("stock.differs", now.report().differences().size(),
                    now.report().differences().getFirst().sku());
        }
        return now.report().whole()
                ? texts.of("stock.adds_up", now.report().checked(), around.formats().seconds(now.at()))
                : texts.of("stock.stopped", now.report().checked());
    }
}
