package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

class InPlaceTest {

    private record Row(int id, String text) {}

    private final ObservableList<Row> shown = FXCollections.observableArrayList(new Row(1, "a"), new Row(2, "b"),
            new Row(3, "c"));
    private final List<String> changes = new ArrayList<>();

    @Test
    void changesNothingThatStayed() {
        shown.addListener((ListChangeListener<Row>) change -> {
            while (change.next()) {
                changes.add(change.getFrom() + (change.wasReplaced() ? " replaced" : change.wasAdded() ? " added"
                        : " removed"));
            }
        });

        InPlace.update(shown, List.of(new Row(4, "new"), new Row(1, "a"), new Row(3, "changed")), Row::id);

        assertThat(shown).containsExactly(new Row(4, "new"), new Row(1, "a"), new Row(3, "changed"));
        assertThat(changes).containsExactly("1 removed", "0 added", "2 replaced");
    }

    @Test
    void followsANewOrder() {
        InPlace.update(shown, List.of(new Row(3, "c"), new Row(1, "a"), new Row(2, "b")), Row::id);

        assertThat(shown).extracting(Row::id).containsExactly(3, 1, 2);
    }
}
