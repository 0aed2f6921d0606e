package dev.callboard.console;

import dev.callboard.parts.ReadOnlyBar;
import dev.callboard.parts.Sight;
import dev.callboard.parts.StaleBar;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/** What the frame says of the screen in front: how fresh it is, and whether the login may only look. */
final class FrontState {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Surroundings around;
    private final BorderPane place;
    private final StaleBar staleBar;
    private final ReadOnlyBar readOnlyBar;
    private final ConnectionLine connection;
    private final Label read;
    private boolean wasStale;

    /** @param read where the status bar says how old the lists are */
    FrontState(Surroundings around, BorderPane place, StaleBar staleBar, ReadOnlyBar readOnlyBar,
            ConnectionLine connection, Label read) {
        this.around = around;
        this.place = place;
        this.staleBar = staleBar;
        this.readOnlyBar = readOnlyBar;
        this.connection = connection;
        this.read = read;
    }

    void showRights(Screen front) {
        boolean looking = around.rights().lacksAll(front.acts());
        readOnlyBar.setVisible(looking);
        if (looking) {
            readOnlyBar.show(around.texts(), around.rights().heldProperty().get().roles());
        }
    }

    void showFreshness(Screen front) {
        Sight<?> sight = front.parts().sight();
        boolean stale = sight.staleProperty().get() && !sight.isSettling();
        if (!stale && (wasStale || around.rights().heldProperty().get() == null)) {
            around.rights().ask();
        }
        wasStale = stale;
        place.pseudoClassStateChanged(STALE, stale);
        staleBar.setVisible(stale);
        if (stale) {
            showHowStale(sight);
        }
        connection.show(sight, front.saysOfWhen() ? around.formats().seconds(sight.asOf()) : null);
        read.setText(sight.asOf() == null ? "" : stale
                ? around.texts().of("status.last_read", around.formats().seconds(sight.asOf()))
                : around.texts().of("status.read", sight.ageProperty().get().toSeconds()));
    }

    private void showHowStale(Sight<?> sight) {
        long untilNext = sight.untilNextRead().toSeconds() + 1;
        staleBar.show(
                around.texts().of("stale.since", around.connection().name(), sight.ageProperty().get().toSeconds()),
                sight.asOf() == null
                        ? around.texts().of("stale.never", untilNext)
                        : around.texts().of("stale.as_of", around.formats().seconds(sight.asOf()), untilNext));
    }
}
