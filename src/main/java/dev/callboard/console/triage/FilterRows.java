package dev.callboard.console.triage;

import java.util.List;
import java.util.function.Consumer;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.console.triage.TriageSnapshot.CountedFilter;
import dev.callboard.parts.Labels;
import dev.callboard.triage.SavedFilter;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The kept filters at the left, each with how many it means now. F2 renames one of one's own, Del deletes it. */
final class FilterRows {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final VBox box;
    private final Surroundings around;
    private final Acts acts;
    private List<Object> drawn = List.of();

    /** What may be done to a filter. */
    record Acts(Consumer<SavedFilter> show, Consumer<SavedFilter> rename, Consumer<SavedFilter> delete) {}

    FilterRows(VBox box, Surroundings around, Acts acts) {
        this.box = box;
        this.around = around;
        this.acts = acts;
    }

    void show(List<CountedFilter> filters, TriageFilter present) {
        String query = present.asQuery();
        List<Object> now = List.of(filters, query);
        if (!now.equals(drawn)) {
            drawn = now;
            box.getChildren().setAll(filters.stream()
                    .map(filter -> row(filter, !query.isEmpty() && query.equals(filter.filter().query()))).toList());
        }
    }

    private Button row(CountedFilter counted, boolean chosen) {
        SavedFilter filter = counted.filter();
        boolean standing = filter.id() < 0;
        FontIcon icon = new FontIcon(!standing ? "fth-bookmark" : filter.query().isEmpty() ? "fth-inbox" : "fth-users");
        icon.getStyleClass().add("muted");
        Label name = Labels.of(standing ? around.texts().of(filter.name()) : filter.name(), "dense");
        name.setMinWidth(0);
        Label count = Labels.whole(counted.count() < 0 ? "–" : around.formats().count(counted.count()), "dense",
                "muted");
        HBox line = new HBox(10, icon, name, Labels.space(), count);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPrefWidth(240);
        Button row = new Button(null, line);
        row.getStyleClass().setAll("filter-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.pseudoClassStateChanged(CHOSEN, chosen);
        row.setAccessibleText(around.texts().of("triage.filter.spoken", name.getText(), counted.count()));
        row.setOnAction(press -> acts.show().accept(filter));
        if (!standing) {
            MenuItem rename = new MenuItem(around.texts().of("triage.filter.rename"));
            rename.setOnAction(press -> acts.rename().accept(filter));
            MenuItem delete = new MenuItem(around.texts().of("triage.filter.delete"));
            delete.setOnAction(press -> acts.delete().accept(filter));
            row.setContextMenu(new ContextMenu(rename, delete));
            row.addEventHandler(KeyEvent.KEY_PRESSED, key -> key(key, filter));
        }
        return row;
    }

    private void key(KeyEvent key, SavedFilter filter) {
        if (key.getCode() == KeyCode.F2) {
            acts.rename().accept(filter);
            key.consume();
        } else if (key.getCode() == KeyCode.DELETE) {
            acts.delete().accept(filter);
            key.consume();
        }
    }
}
