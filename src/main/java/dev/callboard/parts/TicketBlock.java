package dev.callboard.parts;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The yellow block with the number of the visitor at the counter, or a dashed outline where nobody is. */
public final class TicketBlock extends StackPane {
    private static final PseudoClass FREE = PseudoClass.getPseudoClass("free");
    private static final PseudoClass SERVING = PseudoClass.getPseudoClass("serving");

    private final Label code = new Label();
    private final Label first = new Label();
    private final Label second = new Label();
    private final VBox nobody = new VBox(first, second);

    public TicketBlock() {
        getStyleClass().add("ticket");
        code.getStyleClass().add("code");
        nobody.getStyleClass().add("nobody");
        first.getStyleClass().add("first");
        second.getStyleClass().add("second");
        first.setWrapText(true);
        second.setWrapText(true);
        nobody.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(code, nobody);
    }

    /** Shows a called visitor, or one being served. A code is never cut: a long one is set smaller. */
    public void show(String ticketCode, boolean serving) {
        code.setText(ticketCode);
        getStyleClass().removeAll("six", "seven");
        if (ticketCode.length() > 5) {
            getStyleClass().add(ticketCode.length() == 6 ? "six" : "seven");
        }
        set(false, serving);
    }

    /** Shows that nobody is here, and what would change that. */
    public void showNobody(String line, String what) {
        first.setText(line);
        second.setText(what);
        set(true, false);
    }

    private void set(boolean free, boolean serving) {
        code.setVisible(!free);
        nobody.setVisible(free);
        pseudoClassStateChanged(FREE, free);
        pseudoClassStateChanged(SERVING, serving);
    }
}
