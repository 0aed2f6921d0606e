package dev.callboard.console.connect;

import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import dev.callboard.parts.Texts;

import javafx.scene.Node;

/** Asks before a connection is deleted. */
final class DeletePopover {
    private static final double WIDTH = 360;

    private final Overlay overlay;
    private final Texts texts;

    DeletePopover(Overlay overlay, Texts texts) {
        this.overlay = overlay;
        this.texts = texts;
    }

    /** Opens beside the connection's row; the answer "keep" has the focus. */
    void ask(String name, Node anchor, Runnable delete) {
        ActionButton keep = button("connect.keep", "Esc", "small");
        ActionButton gone = button("connect.delete", "Enter", "danger small");
        keep.setOnAction(press -> overlay.close());
        gone.setOnAction(press -> {
            overlay.close();
            delete.run();
        });
        Popover popover = new Popover(texts.of("connect.delete_what", name), "", WIDTH);
        popover.fill(Labels.wrapped(texts.of("connect.delete_detail"), "dense", "muted"));
        popover.buttons(Labels.space(), keep, gone);
        overlay.openPopover(popover, anchor,
                new Keymap().bindEverywhere("Esc", texts.of("connect.keep"), keep::fire)
                        .bindEverywhere("Enter", texts.of("connect.delete"), gone::fire));
        keep.button().requestFocus();
    }

    private ActionButton button(String key, String keys, String kind) {
        ActionButton button = new ActionButton();
        button.setText(texts.of(key));
        button.setKeys(keys);
        button.setKind(kind);
        return button;
    }
}
