package dev.callboard.console.triage;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import dev.callboard.console.Surroundings;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Which columns of the failed jobs are shown, as the person chose; the first two always are. */
final class ColumnMenu {
    private static final String KEY = "triage.hidden_columns";
    private static final int ALWAYS = 2;

    private final Surroundings around;
    private final TableView<?> table;

    ColumnMenu(Surroundings around, MenuButton button, TableView<?> table) {
        this.around = around;
        this.table = table;
        Set<String> hidden = Arrays.stream(around.view().text(KEY).orElse("").split(",")).collect(Collectors.toSet());
        for (int place = ALWAYS; place < table.getColumns().size(); place++) {
            TableColumn<?, ?> column = table.getColumns().get(place);
            column.setVisible(!hidden.contains(String.valueOf(place)));
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.setMnemonicParsing(false);
            item.setSelected(column.isVisible());
            item.setOnAction(press -> {
                column.setVisible(item.isSelected());
                remember();
            });
            button.getItems().add(item);
        }
    }

    private void remember() {
        StringBuilder hidden = new StringBuilder();
        for (int place = ALWAYS; place < table.getColumns().size(); place++) {
            if (!table.getColumns().get(place).isVisible()) {
                hidden.append(hidden.isEmpty() ? "" : ",").append(place);
            }
        }
        around.remember(KEY, hidden.toString());
    }
}
