package dev.callboard.parts;

import java.util.List;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * One of several answers of which one is chosen, a whole row wide. By keys: the tab key comes to the chosen one, the
 * arrows choose the one above or below it among the same parent's rows, the space bar chooses.
 */
public final class ChoiceRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Runnable choose;
    private boolean chosen;

    /**
     * @param words what a screen reader says
     * @param choose what a press does; it is for the owner to say which row is chosen then
     */
    public ChoiceRow(String words, Runnable choose, Node... parts) {
        super(parts);
        this.choose = choose;
        getStyleClass().add("choice");
        setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        setAccessibleText(words);
        setOnMouseClicked(click -> choose.run());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent press) {
        switch (press.getCode()) {
            case SPACE -> choose.run();
            case UP, KP_UP -> step(-1);
            case DOWN, KP_DOWN -> step(1);
            default -> {
                return;
            }
        }
        press.consume();
    }

    private void step(int by) {
        List<ChoiceRow> rows = getParent().getChildrenUnmodifiable().stream().filter(ChoiceRow.class::isInstance)
                .map(ChoiceRow.class::cast).toList();
        ChoiceRow next = rows.get(Math.floorMod(rows.indexOf(this) + by, rows.size()));
        next.choose.run();
        next.requestFocus();
    }

    /** Shows, and tells a screen reader, whether this is the answer. */
    public void setChosen(boolean now) {
        if (chosen != now) {
            chosen = now;
            setFocusTraversable(now);
            pseudoClassStateChanged(CHOSEN, now);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
        }
    }

    public boolean isChosen() {
        return chosen;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED ? chosen
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            choose.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
