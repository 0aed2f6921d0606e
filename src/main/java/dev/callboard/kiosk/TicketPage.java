package dev.callboard.kiosk;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Figures;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Texts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The ticket just taken: number, place, wait, how to follow it; and when the page closes. */
final class TicketPage extends KioskPage {
    private static final double NUMBER = 272;
    private static final double ROOM = 830;

    private final KioskModel model;
    private final Texts texts;
    private final DrawnTicket drawn;
    private final Label left = Labels.whole("", "left");
    private final ProgressBar bar = new ProgressBar();

    TicketPage(KioskModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.drawn = model.ticket().drawnProperty().get();
        getStyleClass().addAll("page", "ticket-page");
        Label keep = Labels.wrapped(texts.of(drawn.link().isPresent() ? "kiosk.keep_or_scan" : "kiosk.keep"),
                "subheading",
                "muted");
        FontIcon camera = new FontIcon("fth-camera");
        camera.getStyleClass().add("muted");
        keep.setGraphic(camera);
        VBox headings = new VBox(Labels.wrapped(texts.of(drawn.already() ? "kiosk.already_in_line" : "kiosk.in_line"),
                "heading"), keep);
        headings.getStyleClass().add("headings");
        HBox buttons = new HBox(new KioskButton("fth-clock", texts.of("kiosk.more_time"), model.ticket()::moreTime),
                new KioskButton("fth-check", texts.of("kiosk.done"), model::done).primary());
        buttons.getStyleClass().add("buttons");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(headings, card(), sample(), space, countdown(), buttons);
        on(model.ticket().countdown().secondsLeftProperty(), this::showTime);
        showTime();
    }

    private void showTime() {
        left.setText(texts.of("seconds", model.ticket().countdown().secondsLeftProperty().get()));
        bar.setProgress(model.ticket().countdown().share());
    }

    private Node card() {
        HBox service = new HBox(Labels.whole(drawn.queue().code(), "queue"), Labels.of(drawn.queue().name(), "name"));
        service.getStyleClass().add("service-line");
        StackPane number = new StackPane(Figures.bold(drawn.ticket().code(), NUMBER, ROOM));
        number.getStyleClass().add("number");
        number.setAccessibleText(drawn.ticket().code());
        VBox card = new VBox(service, number, dashes(), facts());
        card.getStyleClass().add("ticket-card");
        if (drawn.ticket().priority() > 0) {
            service.getChildren().add(Labels.whole(texts.of("kiosk.with_priority"), "with-priority"));
        }
        drawn.link().ifPresent(link -> card.getChildren().addAll(dashes(), follow(link)));
        return card;
    }

    private Node facts() {
        int ahead = drawn.ahead();
        VBox place = fact(texts.of("kiosk.place"), KioskWords.ordinal(texts, ahead + 1),
                texts.of("kiosk.before_you", ahead));
        HBox facts = new HBox(place);
        facts.getStyleClass().add("facts");
        drawn.quoted().filter(range -> ahead > 0).ifPresent(range -> {
            Region line = new Region();
            line.getStyleClass().add("upright");
            facts.getChildren().addAll(line, fact(texts.of("kiosk.wait"), KioskWords.range(texts, range),
                    KioskWords.times(texts, range, drawn.ticket().joinedAt(), model.place().zone())));
        });
        return facts;
    }

    private static VBox fact(String what, String figure, String detail) {
        VBox fact = new VBox(Labels.of(what, "muted", "what"), Labels.whole(figure, "figure"),
                Labels.wrapped(detail, "detail"));
        HBox.setHgrow(fact, Priority.ALWAYS);
        fact.getStyleClass().add("fact");
        return fact;
    }

    private Node follow(String link) {
        Label title = Labels.wrapped(texts.of("kiosk.follow"), "title-line");
        title.setGraphic(new FontIcon("fth-smartphone"));
        VBox words = new VBox(title, Labels.wrapped(texts.of("kiosk.follow_how"), "muted", "how"));
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(new ScanCode(link), words);
        row.getStyleClass().add("follow");
        return row;
    }

    private static Region dashes() {
        Region dashes = new Region();
        dashes.getStyleClass().add("dashes");
        return dashes;
    }

    private Node sample() {
        VBox yellow = new VBox(Labels.whole(drawn.ticket().code(), "code"),
                Labels.whole(texts.of("kiosk.sample_counter"), "at"));
        yellow.getStyleClass().add("sample");
        Label words = Labels.wrapped(texts.of("kiosk.sample"), "how");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(yellow, words);
        row.getStyleClass().add("sample-row");
        return row;
    }

    private Node countdown() {
        HBox words = new HBox(Labels.of(texts.of("kiosk.closes_in"), "muted", "closes"), Labels.space(), left);
        words.getStyleClass().add("words");
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox countdown = new VBox(words, bar);
        countdown.getStyleClass().add("countdown");
        return countdown;
    }
}
