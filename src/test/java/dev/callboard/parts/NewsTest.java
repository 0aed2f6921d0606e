package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.callboard.console.Fx;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableRow;

/** A changed row is marked for a second, and only that one. */
class NewsTest {
    private record Entry(int id, String words) {}

    private static final class MarkedRow extends TableRow<Entry> {
        void show(Entry entry) {
            updateItem(entry, entry == null);
        }
    }

    private final ObservableList<Entry> rows = FXCollections.observableArrayList(new Entry(1, "a"), new Entry(2, "b"));

    @Test
    void marksWhatChangedAndForgetsIt() {
        News<Entry> news = Fx.on(() -> new News<>(rows, Entry::id));
        MarkedRow first = row(news, rows.getFirst());
        MarkedRow second = row(news, rows.getLast());
        Fx.on(() -> {
            InPlace.update(rows, List.of(new Entry(1, "changed"), new Entry(2, "b"), new Entry(3, "came")), Entry::id);
            return null;
        });
        assertThat(isMarked(first)).isTrue();
        assertThat(isMarked(second)).isFalse();
        assertThat(isMarked(row(news, rows.getLast()))).as("came").isFalse();
        await().until(() -> !isMarked(first));
    }

    private static MarkedRow row(News<Entry> news, Entry entry) {
        return Fx.on(() -> {
            MarkedRow row = new MarkedRow();
            news.mark(row);
            row.show(entry);
            return row;
        });
    }

    private static boolean isMarked(TableRow<Entry> row) {
        return Fx.on(
                () -> row.getPseudoClassStates().stream().anyMatch(state -> state.getPseudoClassName().equals("news")));
    }
}
