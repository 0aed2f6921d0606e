package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.callboard.console.Fx;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A table draws again what is there; making cells anew holds up the screen. */
class DataTableTest {
    private record Row(int id, String text) {}

    private final AtomicReference<String> suffix = new AtomicReference<>("");

    @Test
    void drawsAgainInTheSameCells() {
        Fx.on(() -> {
            TableView<Row> table = new TableView<>();
            TableColumn<Row, Row> column = new TableColumn<>("Text");
            table.getColumns().add(column);
            Rows<Row> rows = new Rows<>(Row::id);
            DataTable<Row> data = new DataTable<>(table, rows, Row::id);
            data.text(column, row -> row.text() + suffix.get());
            rows.become(List.of(new Row(1, "a"), new Row(2, "b")));
            draw(new Scene(table, 300, 200));
            Set<Node> before = cells(table);

            suffix.set("!");
            data.redraw();
            data.mark(2);
            draw(table.getScene());

            assertThat(cells(table)).isEqualTo(before);
            assertThat(words(table)).contains("a!", "b!");
            return null;
        });
    }

    @Test
    void aRowThatGoesLetsNobodyChooseItsNeighbour() {
        Fx.on(() -> {
            TableView<Row> table = new TableView<>();
            TableColumn<Row, Row> column = new TableColumn<>("Text");
            table.getColumns().add(column);
            Rows<Row> rows = new Rows<>(Row::id);
            DataTable<Row> data = new DataTable<>(table, rows, Row::id);
            data.text(column, Row::text);
            List<Integer> looked = new ArrayList<>();
            data.onLook(row -> {
                looked.add(row.id());
                data.mark(row.id());
            });
            rows.become(List.of(new Row(1, "a"), new Row(2, "b"), new Row(3, "c")));
            draw(new Scene(table, 300, 200));
            table.getSelectionModel().select(1);

            rows.become(List.of(new Row(3, "c"), new Row(1, "a"), new Row(2, "changed")));
            assertThat(table.getSelectionModel().getSelectedItem().id()).isEqualTo(2);
            rows.become(List.of(new Row(3, "c"), new Row(1, "a")));

            assertThat(looked).containsExactly(2);
            return null;
        });
    }

    private static void draw(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static Set<Node> cells(TableView<Row> table) {
        return table.lookupAll(".table-cell").stream().filter(TableCell.class::isInstance).collect(Collectors.toSet());
    }

    private static List<String> words(TableView<Row> table) {
        return cells(table).stream().map(cell -> ((Labeled) cell).getText()).toList();
    }
}
