package dev.callboard.console.connect;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Fxml;
import dev.callboard.parts.Hotkeys;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;

import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window in which a connection is chosen, written and tested. */
public final class ConnectWindow {

    /** Where it leads. */
    public interface Ways {
        /** The sample shop of this machine. */
        void sample();

        /** The shop of that profile. */
        void connect(String profile);

        /** Where one came from. */
        void back();
    }

    /** Room for a button in the card of the sample shop, in pixels. */
    private static final double CARD = 207;

    private final ConnectModel model;
    private final Texts texts;
    private final Ways ways;
    private final Scene scene;
    private final Overlay overlay;

    @FXML
    private ActionButton sample;
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
        Parent content = new Fxml(texts).load("console/connect", this);
        StackPane root = new StackPane(content);
        this.overlay = new Overlay(root);
        form.getChildren().setAll(new ConnectForm(model, texts));
        new ConnectionList(list, model, texts);
        this.scene = new Scene(root, 900, 600);
        theme.apply(scene, "connect");
        fitSample(content);
        passwords.setText(texts.of(model.hasKeychain() ? "connect.keychain" : "connect.file"));
        Keymap keys = keys();
        new Hotkeys(scene, () -> List.of(overlay.keys().orElse(keys)));
        model.viewProperty().addListener((property, before, now) -> draw(now));
        draw(model.viewProperty().get());
    }

    /** In the narrow card the words come first: where they need all of it, the key works without being shown. */
    private void fitSample(Parent content) {
        content.applyCss();
        if (sample.prefWidth(-1) > CARD) {
            sample.setKeys("");
        }
    }

    private Keymap keys() {
        return new Keymap().bindEverywhere("Ctrl+E", texts.of("connect.sample"), ways::sample)
                .bindEverywhere("Ctrl+N", texts.of("connect.new"), model::create)
                .bindEverywhere("Ctrl+D", texts.of("connect.duplicate"), model::duplicate)
                .bind("Delete", texts.of("connect.delete"), this::askToDelete)
                .bindEverywhere("Ctrl+T", texts.of("connect.test"), test::fire)
                .bindEverywhere("Enter", texts.of("connect.go"), connect::fire)
                .bindEverywhere("Esc", texts.of("key.back"), ways::back);
    }

    private void askToDelete() {
        String name = model.viewProperty().get().chosen();
        if (name != null) {
            new DeletePopover(overlay, texts).ask(name, list.lookup("#connection-" + name), model::delete);
        }
    }

    private void draw(ConnectModel.View now) {
        int problems = now.shown().size();
        wrong.setText(problems == 0 ? "" : texts.of("connect.wrong", problems));
        wrong.setGraphic(problems == 0 ? null : new FontIcon("fth-alert-circle"));
        test.inFlightProperty().set(now.testing());
        connect.disabledReasonProperty().set(now.draft().problems().isEmpty()
                ? null
                : texts.of("connect.wrong", now.draft().problems().size()));
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
