package dev.callboard.parts;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Finds texts that had to be cut because there was no room for them. */
public final class ClippedTexts {
    private ClippedTexts() {}

    /** Every label under the node whose words are not all shown. Its scene must have been laid out. */
    public static List<String> in(Node node) {
        List<String> clipped = new ArrayList<>();
        collect(node, clipped);
        return clipped;
    }

    private static void collect(Node node, List<String> clipped) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled label && label.getText() != null && !label.getText().isEmpty()
                && label.lookup(".text") instanceof Text shown && shown.getParent() == label
                && !shown.getText().equals(label.getText())) {
            clipped.add(label.getText() + " → " + shown.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, clipped));
        }
    }
}
