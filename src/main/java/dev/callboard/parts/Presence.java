package dev.callboard.parts;

import javafx.scene.Node;

/** Whether a node is there at all: what is not shown takes no room either. */
public final class Presence {

    private Presence() {}

    /** Shows the node, or takes it out of sight and out of the layout. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
