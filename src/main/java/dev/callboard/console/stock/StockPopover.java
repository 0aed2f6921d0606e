package dev.callboard.console.stock;

import java.util.function.BiConsumer;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** How many units, and what for: the question before a delivery or a write-off is booked. */
final class StockPopover {
    private static final int MOST_DIGITS = 9;

    private final Surroundings around;
    private final Overlay overlay;
    private final String kind;

    /** @param kind {@code receive} or {@code write_off}: the middle of the keys of its words */
    StockPopover(Surroundings around, Overlay overlay, String kind) {
        this.around = around;
        this.overlay = overlay;
        this.kind = kind;
    }

    void open(Node anchor, String sku, boolean wordsNeeded, BiConsumer<Long, String> go) {
        Popover popover = new Popover(text("title"), sku, 420);
        TextField units = new TextField();
        units.setId("units");
        TextField words = new TextField();
        words.setId("words");
        ActionButton back = button(around.texts().of("popover.back"), "Esc");
        back.setOnAction(press -> overlay.close());
        ActionButton done = button(text("go"), "Enter");
        done.setKind(wordsNeeded ? "danger" : "primary");
        Runnable judge = () -> done.disabledReasonProperty().set(against(units, words, wordsNeeded));
        units.textProperty().addListener((property, before, now) -> judge.run());
        words.textProperty().addListener((property, before, now) -> judge.run());
        judge.run();
        done.setOnAction(press -> {
            overlay.close();
            String said = words.getText().strip();
            go.accept(Long.parseLong(units.getText().strip()), said.isEmpty() ? null : said);
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
