package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.callboard.console.Fx;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The checker of the render tests catches each fault that it is there for. */
class LayoutFaultsTest {

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(faults(new HBox(8, new Label("short"), new Label("words")))).isEmpty();
    }

    @Test
    void findsCutWords() {
        Label narrow = new Label("words that do not fit");
        narrow.setMaxWidth(40);
        assertThat(faults(new HBox(narrow))).singleElement().asString().startsWith("cut: words that do not fit");
        Fx.on(() -> {
            narrow.setTooltip(new Tooltip(narrow.getText()));
            return null;
        });
        assertThat(faults(new HBox(narrow))).as("said whole by its tooltip").isEmpty();
    }

    @Test
    void findsWhatStandsOutside() {
        Label wide = new Label("a label that is never cut and has no room");
        wide.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(wide);
        box.setMinWidth(30);
        box.setMaxWidth(30);
        assertThat(faults(new VBox(box))).singleElement().asString().startsWith("outside: Label");
    }

    @Test
    void findsOverlaps() {
        GridPane grid = new GridPane();
        Label one = new Label("one");
        Label other = new Label("other");
        grid.add(one, 0, 0);
        grid.add(other, 0, 0);
        assertThat(faults(grid)).singleElement().asString().startsWith("overlap: Label");
    }

    @Test
    void findsContentThatNobodyCanScrollTo() {
        Pane wide = new Pane();
        wide.setMinWidth(900);
        ScrollPane pane = new ScrollPane(wide);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        assertThat(faults(pane)).anySatisfy(fault -> assertThat(fault).startsWith("wider than its scroll pane"));
    }

    private static List<String> faults(Node node) {
        return Fx.on(() -> {
            VBox root = new VBox(node);
            new Scene(root, 400, 300);
            root.applyCss();
            root.layout();
            List<String> found = LayoutFaults.in(node);
            root.getChildren().clear();
            return found;
        });
    }
}
