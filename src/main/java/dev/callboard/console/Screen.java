package dev.callboard.console;

import java.util.Optional;
import java.util.Set;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** One screen of the console; built at its first visit, kept while the window lives. */
public interface Screen {

    /** What the window puts in its places and carries on. */
    ScreenParts parts();

    /** True while the screen has a bar of its own at its foot, in place of the status bar. */
    default ObservableBooleanValue hasOwnFoot() {
        return new SimpleBooleanProperty(false);
    }

    /** What stands at the right of the status bar, in place of the age of the lists. */
    default Optional<Node> statusEnd() {
        return Optional.empty();
    }

    /** What its actions need; a login that has none of it is told that it may only look. */
    default Set<Right> acts() {
        return Set.of();
    }

    /** True where people compare what they see with times to the second: the header then says of when it is. */
    default boolean saysOfWhen() {
        return false;
    }

    /** Brings something of this screen into view, as another screen named it; a screen may know nothing of that kind. */
    default void find(String what) {}
}
