package dev.callboard.parts;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A pane at the side of a screen whose inner edge can be drawn, by mouse or by the arrow keys. */
public final class SideDivider extends HBox {
    /** Over the pane's own line, so that it takes no room. */
    private static final double OVERLAP = -5;
    private static final double STEP = 16;

    private final Region side;
    private final Region handle = new Region();
    private final boolean left;
    private final Range range;
    private final DoubleConsumer remember;
    private OptionalDouble width;

    /**
     * How wide the pane may be, in pixels.
     *
     * @param rest what must be left of the window for all else
     */
    public record Range(double least, double most, double rest) {}

    /**
     * Puts the pane behind a divider.
     *
     * @param left true for a pane at the beginning of the line, false for one at its end
     * @param width as it was drawn before; empty for as wide as the sheets say
     * @param remember is told each width that a person has drawn
     */
    public SideDivider(Region side, boolean left, Range range, OptionalDouble width, DoubleConsumer remember) {
        super(OVERLAP);
        this.side = side;
        this.left = left;
        this.range = range;
        this.width = width;
        this.remember = remember;
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(true);
        HBox.setHgrow(side, Priority.ALWAYS);
        handle.getStyleClass().add("side-divider");
        handle.setCursor(Cursor.H_RESIZE);
        handle.setFocusTraversable(true);
        handle.setAccessibleRole(AccessibleRole.SLIDER);
        handle.visibleProperty().bind(side.visibleProperty());
        handle.managedProperty().bind(side.visibleProperty());
        handle.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> handle.requestFocus());
        handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        handle.addEventHandler(MouseEvent.MOUSE_RELEASED, release -> this.width.ifPresent(remember));
        handle.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        getChildren().setAll(left ? new Region[]{side, handle} : new Region[]{handle, side});
        side.visibleProperty().addListener(change -> apply());
        sceneProperty().flatMap(scene -> scene.widthProperty()).addListener((property, before, now) -> apply());
        apply();
    }

    /** What it is, for those who do not see it. */
    public void setName(String words) {
        handle.setAccessibleText(words);
    }

    private void drag(MouseEvent event) {
        double x = sceneToLocal(event.getSceneX(), 0).getX();
        set(left ? x : getWidth() - x);
    }

    private void key(KeyEvent press) {
        boolean mirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        double towardsEnd = press.getCode() == KeyCode.RIGHT ? STEP : press.getCode() == KeyCode.LEFT ? -STEP : 0;
        if (towardsEnd != 0) {
            set(width.orElse(side.getWidth()) + (left == mirrored ? -towardsEnd : towardsEnd));
            width.ifPresent(remember);
            press.consume();
        }
    }

    private void set(double wanted) {
        width = OptionalDouble.of(Math.clamp(wanted, range.least(), range.most()));
        apply();
    }

    /** A pane that is folded away keeps nothing of its width. */
    private void apply() {
        if (width.isEmpty() || !side.isVisible()) {
            side.setStyle("");
            return;
        }
        double room = getScene() == null || getScene().getWidth() <= 0 ? range.most()
                : Math.max(range.least(), getScene().getWidth() - range.rest());
        long shown = Math.round(Math.min(width.getAsDouble(), room));
        side.setStyle("-fx-min-width: %d; -fx-pref-width: %d; -fx-max-width: %d;".formatted(shown, shown, shown));
    }
}
