package dev.callboard.parts;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.CheckBox;

/** Finds controls that a screen reader could say nothing of. */
public final class SilentControls {
    private SilentControls() {}

    /** Every control under the node that can be operated and has neither words nor an accessible text. */
    public static List<String> in(Node node) {
        List<String> silent = new ArrayList<>();
        collect(node, silent);
        return silent;
    }

    private static void collect(Node node, List<String> silent) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Control control && isOperated(control) && !isSpoken(control)) {
            silent.add("silent: " + control.getClass().getSimpleName() + " #" + control.getId() + " "
                    + control.getStyleClass());
        }
        if (node instanceof Parent parent && !(node instanceof ComboBoxBase)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, silent));
        }
    }

    private static boolean isOperated(Control control) {
        return control instanceof ButtonBase || control instanceof TextInputControl || control instanceof CheckBox
                || control instanceof ChoiceBox || control instanceof ComboBoxBase || control instanceof ListView
                || control instanceof TableView;
    }

    private static boolean isSpoken(Control control) {
        return has(control.getAccessibleText()) || control instanceof Labeled words && has(words.getText());
    }

    private static boolean has(String text) {
        return text != null && !text.isBlank();
    }
}
