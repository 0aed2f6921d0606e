package dev.callboard.console.settings;

import javafx.scene.Node;

/** A part of the form that shows what is saved, changed and wrong. */
interface SettingPart {

    Node node();

    /** Shows how things stand now. */
    void draw();
}
