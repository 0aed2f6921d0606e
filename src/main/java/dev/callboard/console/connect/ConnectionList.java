package dev.callboard.console.connect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Objects;

import dev.callboard.parts.Chip;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.Texts;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The connections at the left, the one in the form marked. */
final class ConnectionList {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final VBox box;
    private final ConnectModel model;
    private final Texts texts;

    ConnectionList(VBox box, ConnectModel model, Texts texts) {
        this.box = box;
        this.model = model;
        this.texts = texts;
        model.viewProperty().addListener((property, before, now) -> {
            if (!now.saved().equals(before.saved()) || !Objects.equals(now.chosen(), before.chosen())) {
                draw(now);
            }
        });
        draw(model.viewProperty().get());
    }

    private void draw(ConnectModel.View now) {
        boolean focused = box.isFocusWithin();
        box.getChildren().setAll(now.saved().stream().map(saved -> row(saved, now.chosen())).toList());
        if (focused && now.chosen() != null) {
            box.lookup("#connection-" + now.chosen()).requestFocus();
        }
    }

    private Node row(SavedConnection saved, String chosen) {
        ConnectionDraft draft = saved.draft();
        boolean isChosen = saved.name().equals(chosen);
        Chip chip = new Chip(draft.isProduction() ? Meaning.FAILED : Meaning.SERVING, null,
                texts.of(draft.isProduction() ? "environment.production" : "environment.development"));
        HBox first = new HBox(Labels.of(saved.name(), "semibold"), Labels.space(),
                draft.isProduction() ? chip.solid() : chip);
        first.getStyleClass().add("first");
        VBox content = new VBox(first, Labels.of(detail(saved, isChosen), "caption", "muted"));
        content.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button();
        row.setId("connection-" + saved.name());
        row.setGraphic(content);
        row.getStyleClass().add("connection-row");
        row.pseudoClassStateChanged(CHOSEN, isChosen);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(saved.name() + ", " + chip.getText());
        content.prefWidthProperty().bind(row.widthProperty().subtract(33));
        row.setOnAction(press -> model.choose(saved.name()));
        return row;
    }

    private String detail(SavedConnection saved, boolean isChosen) {
        String kinds = texts.of("connect.kinds." + saved.draft().kind());
        if (isChosen) {
            return kinds;
        }
        return saved.lastUsed().map(this::used)
                .orElseGet(() -> texts.of("connect.used.never", texts.of("connect.redis." + saved.draft().kind())));
    }

    private String used(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneId.systemDefault());
        LocalDate today = LocalDate.ofInstant(model.now(), ZoneId.systemDefault());
        String when = day.equals(today) ? "connect.used.today" : day.equals(today.minusDays(1))
                ? "connect.used.yesterday"
                : "connect.used.earlier";
        return texts.of(when, Date.from(at));
    }
}
