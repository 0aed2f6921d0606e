package dev.callboard.console.floor;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Title, day and time; in a narrow window also what opens the alerts. */
final class FloorHeader extends HBox {
    private final Surroundings around;
    private final Label day = Labels.whole("", "dense", "muted");
    private final Button drawer = new Button(null, new FontIcon("fth-bell"));

    FloorHeader(Surroundings around, Runnable turnDrawer) {
        super(16);
        this.around = around;
        drawer.getStyleClass().addAll("small", "alert-drawer");
        drawer.setId("drawer");
        drawer.setAccessibleText(around.texts().of("floor.alerts"));
        drawer.setOnAction(press -> turnDrawer.run());
        getChildren().addAll(Labels.whole(around.texts().of("rail.floor"), "heading"), day, drawer);
        setAlignment(Pos.CENTER_LEFT);
    }

    void tick() {
        var now = around.clock().nowProperty().get();
        day.setText(around.formats().day(now) + ", " + around.formats().minutes(now));
    }

    void count(int alerts) {
        drawer.setText(around.texts().of("floor.alerts_count", alerts));
        drawer.setAccessibleText(drawer.getText());
    }
}
