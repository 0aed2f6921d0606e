package dev.callboard.kiosk;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Labels;
import dev.callboard.parts.OpeningHours;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.Queue;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A page with one message: a question, or why there are no numbers now. */
final class MessagePage extends KioskPage {
    private MessagePage(String icon, String title, String detail, KioskButton... buttons) {
        getStyleClass().addAll("page", "message");
        Region above = new Region();
        Region below = new Region();
        VBox.setVgrow(above, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(above, new FontIcon(icon), Labels.wrapped(title, "heading"),
                Labels.wrapped(detail, "subheading", "muted"), below);
        if (buttons.length > 0) {
            HBox row = new HBox(buttons);
            row.getStyleClass().add("buttons");
            getChildren().add(row);
        }
    }

    /** Many wait: a number all the same? */
    static MessagePage question(KioskModel model, Texts texts) {
        Queue queue = model.asked();
        String line = model.sight().wait(queue.code(), queue.waiting())
                .map(range -> texts.of("kiosk.question_range", queue.waiting(), KioskWords.range(texts, range)))
                .orElseGet(() -> texts.of("kiosk.waiting", queue.waiting()));
        KioskButton yes = new KioskButton("fth-check", texts.of("kiosk.yes"), model::confirm).primary();
        yes.disableProperty().bind(model.join().joiningProperty().isNotNull());
        return new MessagePage("fth-users", texts.of("kiosk.question"), line,
                new KioskButton(null, texts.of("kiosk.no"), model::back), yes);
    }

    static MessagePage staff(KioskModel model, Texts texts) {
        return new MessagePage("fth-bell", texts.of("kiosk.staff"), texts.of("kiosk.staff_detail"),
                new KioskButton(null, texts.of("kiosk.back"), model::back).primary());
    }

    static MessagePage closed(KioskModel model, Texts texts) {
        return new MessagePage("fth-sunset",
                new OpeningHours(texts, model.place().zone()).words(model.place().opens(), model.now()),
                texts.of("kiosk.closed_detail"));
    }

    static MessagePage unavailable(Texts texts) {
        return new MessagePage("fth-alert-triangle", texts.of("kiosk.unavailable"),
                texts.of("kiosk.unavailable_detail"));
    }
}
