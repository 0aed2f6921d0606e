package dev.callboard.console.floor;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.callboard.console.Connection;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Chip;
import dev.callboard.parts.ColumnRoom;
import dev.callboard.parts.DataTable;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Rows;
import dev.callboard.parts.Labels;
import dev.callboard.parts.LetterBlock;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.StateChips;
import dev.callboard.tickets.CounterAtWork;
import dev.callboard.tickets.CounterFigures;
import dev.callboard.tickets.FloorCause;
import dev.callboard.tickets.FloorCauses;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/** Who sits where, since when, with whom, and what they did today. */
final class CountersTable {
    private static final double LEAST_SERVES = 80;

    private final TableView<CounterAtWork> table;
    private final Surroundings around;
    private final Rows<CounterAtWork> rows = new Rows<>(CounterAtWork::name);
    private final DataTable<CounterAtWork> data;
    private FloorSnapshot snapshot;
    private String current;

    CountersTable(TableView<CounterAtWork> table, Surroundings around, Consumer<CounterAtWork> open) {
        this.table = table;
        this.around = around;
        this.data = new DataTable<>(table, rows, CounterAtWork::name);
        table.setPlaceholder(Labels.of(around.texts().of("floor.no_counter"), "dense", "muted"));
        data.onLook(this::look);
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && current() != null) {
                open.accept(current());
            }
        });
    }

    void columns(Columns columns) {
        data.text(columns.name(), CounterAtWork::name, "first", "strong");
        data.node(columns.staff(), (row, cell) -> staff(row));
        data.text(columns.since(), row -> around.formats().minutes(row.since()), "muted");
        data.node(columns.state(), (row, cell) -> state(row));
        data.text(columns.ticket(), row -> row.ticket() == null ? "" : row.ticket(), "strong");
        data.node(columns.lasting(), (row, cell) -> lasting(row), "right");
        data.node(columns.serves(), (row, cell) -> serves(row), "apart");
        data.text(columns.done(), row -> around.formats().count(done(row)), "right");
        data.text(columns.service(), this::service, "right", "last");
        ColumnRoom.fill(table, columns.serves(), LEAST_SERVES);
    }

    /** The columns, in their order. */
    record Columns(TableColumn<CounterAtWork, CounterAtWork> name, TableColumn<CounterAtWork, CounterAtWork> staff,
            TableColumn<CounterAtWork, CounterAtWork> since, TableColumn<CounterAtWork, CounterAtWork> state,
            TableColumn<CounterAtWork, CounterAtWork> ticket, TableColumn<CounterAtWork, CounterAtWork> lasting,
            TableColumn<CounterAtWork, CounterAtWork> serves, TableColumn<CounterAtWork, CounterAtWork> done,
            TableColumn<CounterAtWork, CounterAtWork> service) {}

    private Node staff(CounterAtWork row) {
        if (row.holder() == null) {
            return Labels.of(around.texts().of("floor.nobody"), "dense", "muted");
        }
        Label who = Labels.whole(Connection.initials(row.holder()), "who");
        Label name = Labels.of(row.holder(), "dense");
        HBox staff = new HBox(8, who, name);
        staff.setAlignment(Pos.CENTER_LEFT);
        return staff;
    }

    private Node state(CounterAtWork row) {
        var texts = around.texts();
        if (row.state() != null) {
            return StateChips.of(row.state());
        }
        if (row.holder() == null) {
            return new Chip(Meaning.IDLE, "fth-slash", texts.of("floor.counter_closed"));
        }
        Instant since = FloorCauses.freeSince(row, snapshot.day());
        boolean missed = snapshot.causes().stream().anyMatch(cause -> cause.subject().equals(row.name()));
        Chip chip = new Chip(missed ? Meaning.WARNING : Meaning.NEUTRAL, "fth-coffee", "");
        chip.textProperty().bind(lasting(since).map(span -> texts.of("floor.free_for", span)));
        return chip;
    }

    private Node lasting(CounterAtWork row) {
        Label span = Labels.whole("", "dense");
        if (row.ticketSince() != null) {
            span.textProperty().bind(lasting(row.ticketSince()));
        }
        return span;
    }

    /** Grows with the clock; holds on to nothing once its label is gone. */
    private ObservableValue<String> lasting(Instant since) {
        return Bindings.createStringBinding(() -> Formats.span(around.clock().since(since)),
                around.clock().nowProperty());
    }

    private Node serves(CounterAtWork row) {
        if (row.serves().isEmpty()) {
            return Labels.of(around.texts().of("floor.serves_any"), "dense", "muted");
        }
        HBox letters = new HBox(8);
        letters.setAlignment(Pos.CENTER_LEFT);
        row.serves().forEach(code -> letters.getChildren().add(small(code)));
        return letters;
    }

    private static LetterBlock small(String code) {
        LetterBlock block = new LetterBlock(code);
        block.getStyleClass().add("small");
        return block;
    }

    private int done(CounterAtWork row) {
        return snapshot.day().counter(row.name()).map(CounterFigures::done).orElse(0);
    }

    private String service(CounterAtWork row) {
        return snapshot.day().counter(row.name()).map(CounterFigures::medianService).map(Formats::span).orElse("");
    }

    private static Set<String> missed(FloorSnapshot at) {
        return at.causes().stream().map(FloorCause::subject).collect(Collectors.toSet());
    }

    /** Cells are drawn anew only where their counter changed, or what stands beside it in the day's figures. */
    void show(FloorSnapshot at) {
        boolean isOld = snapshot != null && snapshot.day().counters().equals(at.day().counters())
                && missed(snapshot).equals(missed(at));
        snapshot = at;
        rows.become(at.sight().counters());
        if (!isOld) {
            data.redraw();
        }
    }

    void step(int by) {
        table.requestFocus();
        data.step(by);
    }

    /** The row that was chosen; null before the first. */
    CounterAtWork current() {
        return rows.stream().filter(row -> row.name().equals(current)).findFirst().orElse(null);
    }

    private void look(CounterAtWork row) {
        current = row.name();
        data.mark(current);
    }

    Node node() {
        return table;
    }
}
