package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import javafx.collections.ListChangeListener;

/** However much has changed, whoever shows the rows hears of it once. */
class RowsTest {
    private record Row(int id, String text) {}

    private final Rows<Row> rows = new Rows<>(Row::id);
    private final AtomicInteger heard = new AtomicInteger();

    @Test
    void changesOnceForEachRead() {
        rows.become(IntStream.range(0, 200).mapToObj(id -> new Row(id, "old")).toList());
        rows.addListener((ListChangeListener<Row>) change -> heard.incrementAndGet());
        List<Row> wanted = IntStream.range(100, 300).mapToObj(id -> new Row(id, id % 2 == 0 ? "new" : "old")).toList();

        rows.become(wanted);

        assertThat(rows).isEqualTo(wanted);
        assertThat(heard).hasValue(1);
    }

    @Test
    void saysNothingWhereNothingChanged() {
        List<Row> same = List.of(new Row(1, "a"), new Row(2, "b"));
        rows.become(same);
        rows.addListener((ListChangeListener<Row>) change -> heard.incrementAndGet());

        rows.become(List.copyOf(same));

        assertThat(heard).hasValue(0);
    }
}
