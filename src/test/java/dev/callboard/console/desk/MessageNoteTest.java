package dev.callboard.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.callboard.console.Fx;
import dev.callboard.console.Surroundings;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Subscriptions;
import dev.callboard.tickets.CounterMessage;
import javafx.scene.layout.HBox;

/** In a shop whose day goes past midnight a message may be of the evening before. */
class MessageNoteTest {
    private static final CounterMessage MESSAGE = new CounterMessage(1, "Counter 3",
            Instant.parse("2026-11-20T22:50:00Z"), "mina", "Close early");
    private final Surroundings around = new TestWindow(Subscriptions.none(), false).around();

    @Test
    void saysTheTimeAndAfterMidnightTheDay() {
        HBox box = new HBox();
        MessageNote note = Fx.on(() -> new MessageNote(box, around));
        assertThat(said(note, box, "2026-11-20T22:59:00Z")).isEqualTo("mina, 23:50: Close early");
        assertThat(said(note, box, "2026-11-20T23:01:00Z")).isEqualTo("mina, Fri 20 Nov: Close early");
    }

    private String said(MessageNote note, HBox box, String now) {
        return Fx.on(() -> {
            note.show(MESSAGE, Instant.parse(now));
            return box.getAccessibleText();
        });
    }
}
