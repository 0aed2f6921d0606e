package dev.callboard.parts;

import java.util.Optional;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What lies over the window for a while: one dialog on a scrim, or one popover beside the button that asked for it. */
public final class Overlay {
    private static final double GAP = 8;

    private final StackPane window;
    private final ModalPane scrim = new ModalPane();
    private final Pane layer = new Pane();
    private Keymap keys;
    private Runnable onClose;
    private Node focusBefore;

    /** @param window the root under which everything of the window lies */
    public Overlay(StackPane window) {
        this.window = window;
        scrim.setInTransitionFactory(null);
        scrim.setOutTransitionFactory(null);
        scrim.setPersistent(true);
        layer.setVisible(false);
        layer.setPickOnBounds(true);
        layer.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getTarget() == layer) {
                close();
            }
        });
        window.getChildren().addAll(scrim, layer);
    }

    /** Opens a dialog; nothing else can be pressed until it is closed. */
    public void openDialog(Node dialog, Keymap dialogKeys, Runnable whenClosed) {
        begin(dialogKeys, whenClosed);
        scrim.show(dialog);
    }

    /** Opens a popover over or under the node that asked for it, wherever there is room. */
    public void openPopover(Region popover, Node anchor, Keymap popoverKeys) {
        begin(popoverKeys, () -> {});
        layer.getChildren().setAll(popover);
        layer.setVisible(true);
        popover.applyCss();
        popover.autosize();
        Bounds place = layer.sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
        double above = place.getMinY() - GAP - popover.getHeight();
        double y = above >= GAP ? above : place.getMaxY() + GAP;
        double furthest = window.getWidth() - popover.getWidth() - GAP;
        popover.relocate(Math.clamp(place.getMinX(), GAP, Math.max(GAP, furthest)), y);
    }

    private void begin(Keymap newKeys, Runnable whenClosed) {
        close();
        focusBefore = window.getScene() == null ? null : window.getScene().getFocusOwner();
        keys = newKeys;
        onClose = whenClosed;
    }

    /** Closes whatever is open and gives the focus back. */
    public void close() {
        if (keys == null) {
            return;
        }
        keys = null;
        scrim.hide(true);
        layer.setVisible(false);
        layer.getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
        onClose.run();
    }

    /** The keys of what is open; none while nothing is. */
    public Optional<Keymap> keys() {
        return Optional.ofNullable(keys);
    }
}
