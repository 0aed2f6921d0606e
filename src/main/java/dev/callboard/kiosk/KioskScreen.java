package dev.callboard.kiosk;

import java.time.format.DateTimeFormatter;

import dev.callboard.parts.Fxml;
import dev.callboard.parts.Texts;

import javafx.fxml.FXML;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Puts the page in front, in the language chosen. A page is built anew only when it, or the language, changes. */
public final class KioskScreen {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final KioskModel model;
    private final Region root;

    @FXML
    private Label shop;
    @FXML
    private Label clock;
    @FXML
    private StackPane content;

    public KioskScreen(KioskModel model) {
        this.model = model;
        this.root = new Fxml(new Texts(model.languageProperty().get())).load("kiosk/kiosk", this);
        shop.setText(model.place().shop());
        model.pageProperty().addListener(change -> build());
        model.languageProperty().addListener(change -> build());
        model.largerProperty().addListener(change -> build());
        model.snapshotProperty().addListener(change -> showClock());
        build();
    }

    Region root() {
        return root;
    }

    /** Moves the hands of the clock. */
    void showClock() {
        clock.setText(model.sight() == null ? "" : model.now().atZone(model.place().zone()).format(CLOCK));
    }

    private void build() {
        Texts texts = new Texts(model.languageProperty().get());
        root.getStyleClass().remove("larger");
        if (model.largerProperty().get()) {
            root.getStyleClass().add("larger");
        }
        root.setNodeOrientation(texts.isRightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        content.getChildren().setAll(page(texts));
        showClock();
    }

    private Region page(Texts texts) {
        return switch (model.pageProperty().get()) {
            case STARTING -> new Region();
            case START -> new StartPage(model, texts);
            case TICKET -> new TicketPage(model, texts);
            case QUESTION -> MessagePage.question(model, texts);
            case STAFF -> MessagePage.staff(model, texts);
            case CLOSED -> MessagePage.closed(model, texts);
            case UNAVAILABLE -> MessagePage.unavailable(texts);
        };
    }
}
