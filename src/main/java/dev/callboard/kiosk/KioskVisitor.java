package dev.callboard.kiosk;

import java.util.Locale;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What one visitor has chosen; forgotten with their ticket, or when nobody has touched the screen for a while. */
final class KioskVisitor {
    private final Locale own;
    private final ReadOnlyObjectWrapper<Locale> language;
    private final BooleanProperty priority = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper larger = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<String> group = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> card = new ReadOnlyObjectWrapper<>();

    /** @param own the shop's language */
    KioskVisitor(Locale own) {
        this.own = own;
        this.language = new ReadOnlyObjectWrapper<>(own);
    }

    void forget() {
        language.set(own);
        larger.set(false);
        priority.set(false);
        group.set(null);
        card.set(null);
    }

    void speak(Locale chosen) {
        language.set(chosen);
    }

    void toggleLarger() {
        larger.set(!larger.get());
    }

    /** @param name of a group of services, or null for all groups */
    void look(String name) {
        group.set(name);
    }

    /** @param customer as the card reader typed it */
    void show(String customer) {
        card.set(customer);
    }

    ReadOnlyObjectProperty<Locale> languageProperty() {
        return language.getReadOnlyProperty();
    }

    /** The next ticket is with priority; that one only. */
    BooleanProperty priorityProperty() {
        return priority;
    }

    ReadOnlyBooleanProperty largerProperty() {
        return larger.getReadOnlyProperty();
    }

    /** The group of services that is open, or null. */
    ReadOnlyObjectProperty<String> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /** The customer whose card was read, or null. */
    ReadOnlyObjectProperty<String> cardProperty() {
        return card.getReadOnlyProperty();
    }
}
