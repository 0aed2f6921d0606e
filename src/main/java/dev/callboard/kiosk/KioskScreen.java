package dev.callboard.kiosk;

import java.time.format.DateTimeFormatter;

import dev.callboard.parts.Fxml;
import dev.callboard.parts.Texts;

import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Puts the page in front, in the language chosen. A page is built anew only when it, or the language, changes. */
public final class KioskScreen {
    /** How long the mark is held by who knows that it leads out. */
    private static final Duration HOLD = Duration.seconds(5);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final KioskModel model;
    private final Region root;

    private final PauseTransition held = new PauseTransition(HOLD);

    private KioskPage front = new EmptyPage();

    @FXML
    private StackPane mark;
    @FXML
    private Label shop;
    @FXML
    private Label clock;
    @FXML
    private StackPane content;

    public KioskScreen(KioskModel model) {
        this.model = model;
        this.root = new Fxml(new Texts(model.visitor().languageProperty().get())).load("kiosk/kiosk", this);
        shop.setText(model.place().shop());
        model.pageProperty().addListener(change -> build());
        model.visitor().languageProperty().addListener(change -> build());
        model.visitor().largerProperty().addListener(change -> build());
        model.snapshotProperty().addListener(change -> showClock());
        held.setOnFinished(end -> model.askPin());
        mark.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> held.playFromStart());
        mark.addEventHandler(MouseEvent.MOUSE_RELEASED, release -> held.stop());
        mark.addEventHandler(MouseEvent.MOUSE_EXITED, exit -> held.stop());
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
        Texts texts = new Texts(model.visitor().languageProperty().get());
        root.getStyleClass().remove("larger");
        if (model.visitor().largerProperty().get()) {
            root.getStyleClass().add("larger");
        }
        root.setNodeOrientation(texts.isRightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        front.leave();
        front = page(texts);
        content.getChildren().setAll(front);
        showClock();
    }

    private KioskPage page(Texts texts) {
        return switch (model.pageProperty().get()) {
            case STARTING -> new EmptyPage();
            case START -> new StartPage(model, texts);
            case TICKET -> new TicketPage(model, texts);
            case QUESTION -> MessagePage.question(model, texts);
            case PIN -> new PinPage(model, texts);
            case STAFF -> MessagePage.staff(model, texts);
            case CLOSED -> MessagePage.closed(model, texts);
            case UNAVAILABLE -> MessagePage.unavailable(texts);
        };
    }

    /** Nothing is known yet. */
    private static final class EmptyPage extends KioskPage {}
}
