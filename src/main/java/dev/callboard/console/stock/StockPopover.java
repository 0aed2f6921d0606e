package dev.callboard.console.stock;

import dev.callboard.console.GoOn;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** How many units, and what for: the question before a delivery or a write-off is booked. */
final class StockPopover {
    /** What the person decided. */
    @FunctionalInterface
    interface Booking {

        /** @param words what for, or null */
        void book(String sku, long units, String words);
    }

    private static final int MOST_DIGITS = 9;

    private final Surroundings around;
    private final Overlay overlay;
    private final String kind;
    private final GoOn may;

    /**
     * @param may whether the question may be answered with yes, as long as it stands open
     * @param kind {@code receive} or {@code write_off}: the middle of the keys of its words
     */
    StockPopover(Surroundings around, Overlay overlay, String kind, GoOn may) {
        this.around = around;
        this.overlay = overlay;
        this.kind = kind;
        this.may = may;
    }

    /** @param sku of which product, whatever is in view by then */
    void open(Node anchor, String sku, boolean wordsNeeded, Booking go) {
        Popover popover = new Popover(text("title"), sku, 420);
        TextField units = new TextField();
        units.setId("units");
        TextField words = new TextField();
        words.setId("words");
        ActionButton back = button(around.texts().of("popover.back"), "Esc");
        back.setOnAction(press -> overlay.close());
        ActionButton done = button(text("go"), "Enter");
        done.setId("go");
        done.setKind(wordsNeeded ? "danger" : "primary");
        may.guard(popover, done, () -> against(units, words, wordsNeeded), units.textProperty(),
                words.textProperty());
        done.setOnAction(press -> {
            overlay.close();
            String said = words.getText().strip();
            go.book(sku, Long.parseLong(units.getText().strip()), said.isEmpty() ? null : said);
        });
        popover.fill(Popover.row(around.texts().of("stock.units"), units), Popover.row(text("words"), words));
        popover.buttons(back, done);
        overlay.openPopover(popover, anchor,
                new Keymap().bindEverywhere("Esc", around.texts().of("popover.back"), overlay::close)
                        .bindEverywhere("Enter", text("go"), done::fire));
        units.requestFocus();
    }

    private String against(TextField units, TextField words, boolean wordsNeeded) {
        String figure = units.getText().strip();
        if (!figure.matches("[0-9]{1," + MOST_DIGITS + "}") || Long.parseLong(figure) == 0) {
            return around.texts().of("stock.why.units");
        }
        return wordsNeeded && words.getText().isBlank() ? around.texts().of("triage.reason_needed") : null;
    }

    private ActionButton button(String text, String key) {
        ActionButton button = new ActionButton();
        button.setText(text);
        button.setKeys(around.texts().named("key", key));
        return button;
    }

    private String text(String key) {
        return around.texts().of("stock." + kind + "." + key);
    }
}
