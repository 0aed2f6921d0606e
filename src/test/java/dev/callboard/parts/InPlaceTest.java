package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

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

    @Test
    void rowsThatShareAnIdDoNotGrowInNumber() {
        List<Row> wanted = List.of(new Row(1, "of x"), new Row(1, "of y"), new Row(2, "of z"));
        shown.clear();

        for (int read = 0; read < 3; read++) {
            InPlace.update(shown, wanted, Row::id);
            assertThat(shown).isEqualTo(wanted);
        }
        List<Row> turned = List.of(new Row(2, "of z"), new Row(1, "of y"), new Row(3, "new"), new Row(1, "of x"));
        InPlace.update(shown, turned, Row::id);
        assertThat(shown).isEqualTo(turned);
    }

    @Test
    void onlyTheRowThatMovedMoves() {
        List<Row> many = rows(2_000);
        shown.setAll(many);
        countChanges();
        List<Row> wanted = new ArrayList<>(many);
        wanted.add(0, wanted.removeLast());

        InPlace.update(shown, wanted, Row::id);

        assertThat(shown).isEqualTo(wanted);
        assertThat(changes).containsExactly("removed 1", "added 1");
    }

    @Test
    void aNewOrderOfManyRowsLooksAtEachAFewTimes() {
        List<Row> many = rows(5_000);
        shown.setAll(many);
        List<Row> wanted = new ArrayList<>(many);
        Collections.shuffle(wanted, new Random(7));
        AtomicInteger looks = new AtomicInteger();

        InPlace.update(shown, wanted, row -> {
            looks.incrementAndGet();
            return row.id();
        });

        assertThat(shown).isEqualTo(wanted);
        assertThat(looks.get()).isLessThanOrEqualTo(4 * many.size());
    }

    private static List<Row> rows(int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(id -> new Row(id, "row " + id)).toList());
    }

    private void countChanges() {
        shown.addListener((ListChangeListener<Row>) change -> {
            while (change.next()) {
                changes.add(change.wasAdded() ? "added " + change.getAddedSize()
                        : "removed " + change.getRemovedSize());
            }
        });
    }
}
