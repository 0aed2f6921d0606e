package dev.callboard.kiosk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.controls.ToggleSwitch;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.KioskSight;
import dev.callboard.tickets.Queue;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** Languages, services, priority. */
final class StartPage extends VBox {
    /** From so many services on they stand in two columns. */
    private static final int MANY = 6;

    private final KioskModel model;
    private final Texts texts;
    private final Map<String, ServiceButton> buttons = new LinkedHashMap<>();
    private final VBox services = new VBox();
    private final Label refused = Labels.wrapped("", "refused");

    StartPage(KioskModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("page");
        services.getStyleClass().add("services");
        VBox heading = new VBox(Labels.wrapped(texts.of("kiosk.heading"), "heading"),
                Labels.wrapped(texts.of("kiosk.subheading"), "subheading", "muted"), refused);
        heading.getStyleClass().add("headings");
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        ScrollPane scroll = new ScrollPane(services);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox last = new HBox(new KioskButton("fth-type", texts.of("kiosk.larger"), model::toggleLarger),
                new KioskButton("fth-bell", texts.of("kiosk.ask_staff"), model::askStaff));
        last.getStyleClass().add("buttons");
        Label privacy = Labels.wrapped(texts.of("kiosk.privacy"), "privacy", "muted");
        FontIcon eye = new FontIcon("fth-eye-off");
        eye.getStyleClass().add("muted");
        privacy.setGraphic(eye);
        HBox foot = new HBox(privacy);
        foot.getStyleClass().add("foot");
        getChildren().addAll(languages(), heading, scroll, priority(), last, foot);
        model.snapshotProperty().addListener((property, before, now) -> show());
        model.joiningProperty().addListener((property, before, now) -> show());
        model.refusedProperty().addListener((property, before, now) -> show());
        show();
    }

    private Node languages() {
        HBox row = new HBox();
        row.getStyleClass().add("languages");
        for (Locale language : model.place().languages()) {
            String own = language.getDisplayLanguage(language);
            ToggleButton button = new ToggleButton(own.substring(0, 1).toUpperCase(language) + own.substring(1));
            button.getStyleClass().add("language");
            button.setSelected(language.equals(model.languageProperty().get()));
            button.setOnAction(press -> {
                button.setSelected(true);
                model.speak(language);
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
        toggle.selectedProperty().bindBidirectional(model.priorityProperty());
        toggle.setAccessibleText(texts.of("kiosk.priority"));
        toggle.selectedProperty().addListener(change -> model.touched());
        HBox row = new HBox(star, words, toggle);
        row.getStyleClass().add("priority");
        row.setOnMouseClicked(click -> {
            if (click.getTarget() instanceof Region && !toggle.isHover()) {
                model.priorityProperty().set(!model.priorityProperty().get());
            }
        });
        return row;
    }

    private void show() {
        KioskSight sight = model.sight();
        if (sight == null) {
            return;
        }
        List<Queue> offered = model.services();
        if (!List.copyOf(buttons.keySet()).equals(offered.stream().map(Queue::code).toList())) {
            build(offered);
        }
        offered.forEach(queue -> buttons.get(queue.code()).show(queue, sight.wait(queue.code(), queue.waiting()),
                model.joiningProperty().get()));
        refused.setText(model.refusedProperty().get() == null
                ? ""
                : texts.named("kiosk.refused", model.refusedProperty().get()));
    }

    private void build(List<Queue> offered) {
        buttons.clear();
        offered.forEach(queue -> {
            ServiceButton button = new ServiceButton(texts, () -> model.choose(queue.code()));
            button.setId("service-" + queue.code());
            buttons.put(queue.code(), button);
        });
        if (offered.size() < MANY) {
            services.getChildren().setAll(buttons.values());
            return;
        }
        TilePane columns = new TilePane();
        columns.getStyleClass().add("columns");
        columns.setPrefColumns(2);
        buttons.values().forEach(button -> button.getStyleClass().add("narrow"));
        columns.getChildren().setAll(buttons.values());
        services.getChildren().setAll(columns);
    }
}
