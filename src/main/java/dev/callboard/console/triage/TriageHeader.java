package dev.callboard.console.triage;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Presence;
import dev.callboard.triage.StoreCheck;
import dev.callboard.triage.StoreHealth;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The left of Triage's header: its title, and whether the stores that everything hangs on are well. */
final class TriageHeader {
    private final Surroundings around;
    private final Label health = Labels.of("", "dense", "medium");
    private final FontIcon icon = new FontIcon("fth-shield");
    private final HBox node;

    TriageHeader(Surroundings around, TriageModel model) {
        this.around = around;
        health.setGraphic(icon);
        health.setGraphicTextGap(8);
        health.setMinWidth(0);
        health.setFocusTraversable(true);
        node = new HBox(18, Labels.whole(around.texts().of("rail.triage"), "heading"), health);
        node.setAlignment(Pos.CENTER_LEFT);
        model.healthProperty().subscribe(this::show);
    }

    private void show(StoreHealth now) {
        Presence.show(health, now != null);
        if (now == null) {
            return;
        }
        var texts = around.texts();
        String ink = now.isWell() ? "success-text" : "warning-text";
        for (Node inked : new Node[]{health, icon}) {
            inked.getStyleClass().removeAll("success-text", "warning-text");
            inked.getStyleClass().add(ink);
        }
        icon.setIconLiteral(now.isWell() ? "fth-shield" : "fth-alert-triangle");
        health.setText(texts.of(now.isWell() ? "triage.health.well" : "triage.health.ill", now.well(),
                StoreHealth.total()));
        String each = Arrays.stream(StoreCheck.values()).map(check -> (now.wrong().contains(check) ? "✗ " : "✓ ")
                + texts.named("store." + (now.wrong().contains(check) ? "wrong" : "well"), check.name()))
                .collect(Collectors.joining("\n"));
        Labels.tip(health, each);
        health.setAccessibleText(health.getText() + "\n" + each);
    }

    Node node() {
        return node;
    }
}
