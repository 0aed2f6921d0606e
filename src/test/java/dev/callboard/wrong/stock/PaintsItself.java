package dev.callboard.wrong.stock;

import javafx.beans.property.SimpleLongProperty;

/** Wrong: the domain knows no screen. */
final class PaintsItself {
    final SimpleLongProperty available = new SimpleLongProperty();
}
