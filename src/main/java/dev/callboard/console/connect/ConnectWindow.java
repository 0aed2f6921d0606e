package dev.callboard.console.connect;

import java.util.List;
import java.util.Objects;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Fxml;
import dev.callboard.parts.Hotkeys;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;

import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The window in which a connection is chosen, written and tested. */
public final class ConnectWindow {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** Where it leads. */
    public interface Ways {
        /** The sample shop of this machine. */
        void sample();

        /** The shop of that profile. */
        void connect(String profile);
    }

    private final ConnectModel model;
    private final Texts texts;
    private final Ways ways;
    private final Scene scene;

    @FXML
    private VBox list;
    @FXML
    private Label passwords;
    @FXML
    private VBox form;
    @FXML
    private Label wrong;
    @FXML
    private ActionButton test;
    @FXML
    private ActionButton connect;

    public ConnectWindow(ConnectModel model, Texts texts, Ways ways, Theme theme) {
        this.model = model;
        this.texts = texts;
        this.ways = ways;
        Parent root = new Fxml(texts).load("console/connect", this);
        form.getChildren().setAll(new ConnectForm(model, texts));
        this.scene = new Scene(root, 900, 600);
        theme.apply(scene, "connect");
        passwords.setText(texts.of(model.hasKeychain() ? "connect.keychain" : "connect.file"));
        Keymap keys = new Keymap().bindEverywhere("Ctrl+E", texts.of("connect.sample"), ways::sample)
                .bindEverywhere("Ctrl+N", texts.of("connect.new"), model::create)
                .bindEverywhere("Ctrl+D", texts.of("connect.duplicate"), model::duplicate)
                .bindEverywhere("Ctrl+T", texts.of("connect.test"), test::fire)
                .bindEverywhere("Enter", texts.of("connect.go"), connect::fire);
        new Hotkeys(scene, () -> List.of(keys));
        model.viewProperty().addListener((property, before, now) -> draw(before, now));
        draw(null, model.viewProperty().get());
    }

    private void draw(ConnectModel.View before, ConnectModel.View now) {
        if (before == null || !now.saved().equals(before.saved()) || !Objects.equals(now.chosen(), before.chosen())) {
            list.getChildren().setAll(now.saved().stream().map(draft -> row(draft, now.chosen())).toList());
        }
        int problems = now.shown().size();
        wrong.setText(problems == 0 ? "" : texts.of("connect.wrong", problems));
        wrong.setGraphic(problems == 0 ? null : new FontIcon("fth-alert-circle"));
        test.inFlightProperty().set(now.testing());
        connect.disabledReasonProperty().set(now.draft().problems().isEmpty()
                ? null
                : texts.of("connect.wrong", now.draft().problems().size()));
    }

    private Node row(ConnectionDraft draft, String chosen) {
        String name = draft.get(Field.NAME);
        Chip chip = new Chip(draft.isProduction() ? Meaning.FAILED : Meaning.SERVING, null,
                texts.of(draft.isProduction() ? "environment.production" : "environment.development"));
        HBox first = new HBox(Labels.of(name, "semibold"), Labels.space(), draft.isProduction() ? chip.solid() : chip);
        first.getStyleClass().add("first");
        VBox content = new VBox(first, Labels.of(texts.of("connect.kinds." + draft.kind()), "caption", "muted"));
        content.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button();
        row.setGraphic(content);
        row.getStyleClass().add("connection-row");
        row.pseudoClassStateChanged(CHOSEN, name.equals(chosen));
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(name);
        content.prefWidthProperty().bind(row.widthProperty().subtract(33));
        row.setOnAction(press -> model.choose(name));
        return row;
    }

    @FXML
    private void startSample(ActionEvent press) {
        ways.sample();
    }

    @FXML
    private void create(ActionEvent press) {
        model.create();
    }

    @FXML
    private void test(ActionEvent press) {
        model.test();
    }

    @FXML
    private void connect(ActionEvent press) {
        ways.connect(model.save());
    }

    public Scene scene() {
        return scene;
    }
}
