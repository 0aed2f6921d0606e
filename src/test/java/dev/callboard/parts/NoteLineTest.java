package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.callboard.console.Fx;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;

/** What a command was refused with is said to those who do not see it, too. */
class NoteLineTest {

    @Test
    void aRefusalIsAnnouncedAndGoesAgain() {
        SimpleObjectProperty<Note> note = new SimpleObjectProperty<>();
        NoteLine line = Fx.on(NoteLine::new);
        Fx.on(() -> {
            line.follow(note);
            note.set(new Note(Note.Kind.INFORMATION, "Tomasz Nowak retried it; it is PAID now."));
            return null;
        });
        assertThat(Fx.on(line::getAccessibleText)).isEqualTo("Tomasz Nowak retried it; it is PAID now.");
        assertThat(Fx.on(line::getAccessibleRole)).isEqualTo(AccessibleRole.TEXT);
        assertThat(Fx.on(line::isVisible)).isTrue();
        Fx.on(() -> {
            note.set(null);
            return null;
        });
        assertThat(Fx.on(line::isVisible)).isFalse();
    }
}
