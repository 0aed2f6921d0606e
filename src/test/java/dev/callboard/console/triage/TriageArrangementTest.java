package dev.callboard.console.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.callboard.console.Fx;
import dev.callboard.console.Surroundings;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Subscriptions;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** How the left pane of Triage was left, in windows of both widths. */
class TriageArrangementTest {
    private final TestWindow window = new TestWindow(Subscriptions.none(), true);
    private final Surroundings around = window.around();
    private final BorderPane body = new BorderPane(new Region());
    private final BorderPane screen = new BorderPane(body);

    @Test
    void narrowAndWideWindowsRememberEachForThemselves() {
        Fx.on(() -> {
            TriageArrangement arrangement = new TriageArrangement(around, body, new Region(), new Region());
            arrangement.fold();
            assertThat(remembered("folded")).isTrue();
            assertThat(remembered("opened")).isFalse();
            screen.getStyleClass().add("narrow");
            arrangement.fold();
            assertThat(remembered("folded")).isTrue();
            assertThat(remembered("opened")).isTrue();
            Region later = new Region();
            new TriageArrangement(around, new BorderPane(new Region()), later, new Region());
            assertThat(later.getStyleClass()).contains("folded", "opened");
            return null;
        });
    }

    private boolean remembered(String how) {
        return around.view().text("triage." + how).filter(Boolean::parseBoolean).isPresent();
    }
}
