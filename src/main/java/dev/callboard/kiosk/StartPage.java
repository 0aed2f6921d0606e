package dev.callboard.kiosk;

import java.util.Locale;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.controls.ToggleSwitch;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Texts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Languages, services, priority. */
final class StartPage extends KioskPage {
    private final KioskModel model;
    private final Texts texts;
    private final Label refused = Labels.wrapped("", "refused");

    StartPage(KioskModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("page");
        VBox heading = new VBox(Labels.wrapped(texts.of("kiosk.heading"), "heading"),
                Labels.wrapped(texts.of("kiosk.subheading"), "subheading", "muted"), refused);
        heading.getStyleClass().add("headings");
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        ServiceChoice scroll = new ServiceChoice(this, model, texts);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox last = new HBox(new KioskButton("fth-type", texts.of("kiosk.larger"), this::toggleLarger),
                new KioskButton("fth-bell", texts.of("kiosk.ask_staff"), model::askStaff));
        last.getStyleClass().add("buttons");
        Label privacy = Labels.wrapped(texts.of("kiosk.privacy"), "privacy", "muted");
        FontIcon eye = new FontIcon("fth-eye-off");
        eye.getStyleClass().add("muted");
        privacy.setGraphic(eye);
        HBox foot = new HBox(privacy);
        foot.getStyleClass().add("foot");
        getChildren().addAll(languages(), heading, scroll, priority(), last, foot);
        on(model.join().refusedProperty(), this::show);
        on(model.visitor().cardProperty(), this::show);
        show();
    }

    private void toggleLarger() {
        model.touched();
        model.visitor().toggleLarger();
    }

    private Node languages() {
        HBox row = new HBox();
        row.getStyleClass().add("languages");
        for (Locale language : model.place().languages()) {
            String own = language.getDisplayLanguage(language);
            ToggleButton button = new ToggleButton(own.substring(0, 1).toUpperCase(language) + own.substring(1));
            button.getStyleClass().add("language");
            button.setSelected(language.equals(model.visitor().languageProperty().get()));
            button.setOnAction(press -> {
                button.setSelected(true);
                model.touched();
                model.visitor().speak(language);
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private Node priority() {
        FontIcon star = new FontIcon("fth-star");
        star.getStyleClass().add("held-text");
        VBox words = new VBox(Labels.wrapped(texts.of("kiosk.priority"), "name"),
                Labels.wrapped(texts.of("kiosk.priority_who"), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getStyleClass().add("words");
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.selectedProperty().bindBidirectional(model.visitor().priorityProperty());
        toggle.setAccessibleText(texts.of("kiosk.priority"));
        toggle.selectedProperty().addListener(change -> model.touched());
        HBox row = new HBox(star, words, toggle);
        row.getStyleClass().add("priority");
        row.setOnMouseClicked(click -> {
            if (click.getTarget() instanceof Region && !toggle.isHover()) {
                model.visitor().priorityProperty().set(!model.visitor().priorityProperty().get());
            }
        });
        return row;
    }

    private void show() {
        String code = model.join().refusedProperty().get();
        String card = model.visitor().cardProperty().get();
        refused.getStyleClass().removeAll("refused", "card-read");
        refused.getStyleClass().add(code == null ? "card-read" : "refused");
        refused.setText(code != null ? texts.named("kiosk.refused", code)
                : card != null ? texts.of("kiosk.card", card) : "");
    }
}
