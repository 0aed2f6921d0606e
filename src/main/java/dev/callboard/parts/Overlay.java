package dev.callboard.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
    private Node open;

    /** @param window the root under which everything of the window lies */
    public Overlay(StackPane window) {
        this.window = window;
        scrim.setInTransitionFactory(null);
        scrim.setOutTransitionFactory(null);
        scrim.setPersistent(true);
        // nothing of it is worked: while it is shown the focus is in its dialog, else it is not there
        scrim.setFocusTraversable(false);
        layer.setVisible(false);
        layer.setPickOnBounds(true);
        layer.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getTarget() == layer) {
                close();
            }
        });
        layer.widthProperty().addListener(change -> keepInWindow());
        layer.heightProperty().addListener(change -> keepInWindow());
        window.getChildren().addAll(scrim, layer);
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::travel);
        window.sceneProperty().flatMap(Scene::focusOwnerProperty)
                .addListener((property, before, now) -> keepInside(now));
    }

    /** Opens a dialog; nothing else can be pressed until it is closed. */
    public void openDialog(Node dialog, Keymap dialogKeys, Runnable whenClosed) {
        begin(dialogKeys, whenClosed);
        scrim.show(dialog);
        hold(dialog);
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
        hold(popover);
    }

    /** What hangs over the window goes along when the window becomes smaller. */
    private void keepInWindow() {
        for (Node hung : layer.getChildren()) {
            double right = layer.getWidth() - hung.getLayoutBounds().getWidth() - GAP;
            double bottom = layer.getHeight() - hung.getLayoutBounds().getHeight() - GAP;
            hung.relocate(Math.clamp(hung.getLayoutX(), GAP, Math.max(GAP, right)),
                    Math.clamp(hung.getLayoutY(), GAP, Math.max(GAP, bottom)));
        }
    }

    private void hold(Node opened) {
        open = opened;
        opened.requestFocus();
    }

    /** The frame beneath is neither reached by Tab nor acts on Space, though nothing of it is greyed. */
    private void keepInside(Node focused) {
        if (open != null && focused != null && !isInside(focused)) {
            open.requestFocus();
        }
    }

    private boolean isInside(Node node) {
        return node != null && (node == open || isInside(node.getParent()));
    }

    private void travel(KeyEvent press) {
        if (open == null || press.getCode() != KeyCode.TAB || press.isControlDown()) {
            return;
        }
        press.consume();
        List<Node> stops = new ArrayList<>();
        collect(open, stops);
        if (!stops.isEmpty()) {
            int here = stops.indexOf(window.getScene().getFocusOwner());
            int next = press.isShiftDown() ? Math.max(here, 0) - 1 : here + 1;
            focusVisibly(stops, Math.floorMod(next, stops.size()));
        }
    }

    /** As the keyboard does it: a focus that was only asked for shows no ring and leaves Space to the screen. */
    private void focusVisibly(List<Node> stops, int place) {
        (place == 0 ? open : stops.get(place - 1)).requestFocusTraversal(TraversalDirection.NEXT);
        if (window.getScene().getFocusOwner() != stops.get(place)) {
            stops.get(place).requestFocus();
        }
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
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
        open = null;
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
