package dev.callboard.console.desk;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.StateChips;
import dev.callboard.parts.TicketBlock;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The counter's own ticket: its number, its state, how often it was called and when it came. */
final class NowServing {
    private final Places places;
    private final Surroundings around;
    private final DeskModel model;
    private final DeskWords words;
    private final Chip state = new Chip().tall();

    /** Where each of it stands. */
    record Places(TicketBlock ticket, StackPane state, Label recalled, Label joined) {}

    NowServing(Places places, Surroundings around, DeskModel model, DeskWords words) {
        this.places = places;
        this.around = around;
        this.model = model;
        this.words = words;
        state.getStyleClass().add("state");
        places.state().getChildren().setAll(state);
    }

    void show(CounterSight sight) {
        Ticket here = sight.ticket();
        showState(here, model.sight().staleProperty().get() ? around.formats().seconds(sight.asOf()) : null);
        if (here == null) {
            places.ticket().showNobody(around.texts().of("desk.nobody_here"), words.invitation(sight));
            places.recalled().setText("");
            places.joined().setText(words.last(sight));
        } else {
            places.ticket().show(here.code(), here.state() == TicketState.SERVING);
            places.recalled().setText(
                    around.texts().of("desk.recalled", here.recalls(), model.rule().recalls()));
            String joined = around.formats().minutes(here.joinedAt());
            places.joined().setText(sight.arrived() == null ? around.texts().of("desk.joined", joined)
                    : around.texts().of("desk.joined_at", joined, sight.arrived().place()));
        }
    }

    /** @param asOf when that was so, on old rows; null on new ones */
    private void showState(Ticket here, String asOf) {
        String word = here == null ? around.texts().of("desk.counter_free") : here.state().name();
        state.show(here == null ? Meaning.NEUTRAL : StateChips.meaning(here.state()),
                here == null ? "fth-coffee" : StateChips.icon(here.state()),
                asOf == null ? word : around.texts().of("desk.as_of", word, asOf));
    }
}
