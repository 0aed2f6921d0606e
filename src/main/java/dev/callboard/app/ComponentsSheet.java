package dev.callboard.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.callboard.orders.OrderState;
import dev.callboard.parts.AgeBar;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.StateChips;
import dev.callboard.parts.Theme;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.TicketState;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Colours, meanings, type and controls on one sheet. */
final class ComponentsSheet {
    private static final List<String> SURFACES = List.of("bg", "surface", "surface-sunken", "surface-raised",
            "surface-hover", "border", "border-control", "text", "text-muted", "text-faint", "text-disabled", "accent",
            "accent-text", "accent-subtle", "focus", "rail", "rail-active");
    private static final List<Meaning> MEANINGS = List.of(Meaning.WAITING, Meaning.CALLED, Meaning.SERVING,
            Meaning.HELD, Meaning.FAILED, Meaning.SUCCESS, Meaning.WARNING, Meaning.IDLE);

    private static final List<TicketState> TICKETS = List.of(TicketState.WAITING, TicketState.CALLED,
            TicketState.SERVING, TicketState.HELD, TicketState.COMPLETED, TicketState.NO_SHOW, TicketState.CANCELLED,
            TicketState.EXPIRED);

    private final Map<String, String> values;

    ComponentsSheet(Theme theme) {
        this.values = TokenTable.of(theme);
    }

    /** 1440 wide, 1100 high. */
    Region node() {
        VBox left = new VBox(16, surfaces(), ages());
        left.setMinWidth(300);
        left.setMaxWidth(300);
        VBox middle = new VBox(16, meanings(), states(), type());
        middle.setMinWidth(440);
        middle.setMaxWidth(440);
        HBox sheet = new HBox(24, left, middle, new ControlsSheet().node());
        sheet.getStyleClass().addAll("sheet", "components-sheet");
        return sheet;
    }

    static VBox card(String title, double spacing, Node... rows) {
        VBox card = new VBox(10, Labels.whole(title, "dense", "semibold", "muted"), new VBox(spacing, rows));
        card.getStyleClass().addAll("card", "sheet-card");
        return card;
    }

    private VBox surfaces() {
        return card("Surfaces, lines, text", 12, SURFACES.stream().map(this::surface).toArray(Node[]::new));
    }

    private Node surface(String token) {
        Region swatch = new Region();
        swatch.getStyleClass().add("swatch");
        swatch.setStyle("-fx-background-color: -border, -" + token + ";");
        Label name = Labels.whole(token, "dense", "semibold");
        name.setPrefWidth(120);
        HBox row = new HBox(12, swatch, name, hex(token));
        row.getStyleClass().addAll("sheet-row", "high");
        return row;
    }

    private Label hex(String token) {
        Label hex = Labels.whole(values.get(token), "mono", "caption", "muted");
        hex.setPrefWidth(66);
        return hex;
    }

    private VBox meanings() {
        return card("Meanings: solid, tinted; solid / text / subtle", 12,
                MEANINGS.stream().map(this::meaning).toArray(Node[]::new));
    }

    private Node meaning(Meaning meaning) {
        String name = meaning.styleClass();
        HBox row = new HBox(8, wide(new Chip(meaning, null, name).tall().solid()),
                wide(new Chip(meaning, null, name).tall()), hex(name), hex(name + "-text"), hex(name + "-subtle"));
        row.getStyleClass().addAll("sheet-row", "high");
        return row;
    }

    private static Chip wide(Chip chip) {
        chip.setPrefWidth(84);
        return chip;
    }

    private static VBox states() {
        return card("States with icon and word", 8,
                row("Ticket", TICKETS.stream().map(StateChips::of)),
                row("Order", Stream.of(OrderState.values()).limit(6).map(StateChips::of)),
                row("Queue", Stream.of(QueueState.values())
                        .map(state -> new Chip(StateChips.meaning(state), StateChips.icon(state), state.name()))),
                row("Connection", Stream.of(new Chip(Meaning.FAILED, null, "PRODUCTION").solid(),
                        new Chip(Meaning.SERVING, null, "DEVELOPMENT"))));
    }

    private static Node row(String name, Stream<? extends Node> chips) {
        FlowPane flow = new FlowPane(8, 8);
        flow.getChildren().addAll(chips.toList());
        flow.setPrefWrapLength(324);
        flow.setMaxWidth(324);
        Label label = Labels.whole(name, "caption", "muted");
        label.setPrefWidth(76);
        label.setMinHeight(20);
        return new HBox(8, label, flow);
    }

    private static VBox type() {
        HBox body = new HBox(Labels.whole("Body 14/20, "), Labels.whole("medium", "medium"), Labels.whole(", "),
                Labels.whole("semibold", "semibold"), Labels.whole(", 0123456789"));
        return card("Type: Callboard Sans, Display, JetBrains Mono", 6,
                high(48, sample("A-042", "display", "display 40/48 bold")),
                high(36, sample("B-017", "display-small", "display 28/36 bold")),
                high(28, Labels.whole("Heading 20/28 semibold", "heading")),
                high(24, Labels.whole("Title 16/24 semibold", "title")), high(20, body),
                high(18, Labels.whole("Dense 13/18, 1111 and 0000 are equally wide", "dense")),
                high(16, Labels.whole("Caption 12/16, the smallest text anywhere", "caption", "muted")),
                high(18, Labels.whole("mono 12/18 {\"orderId\": \"20811\"}", "mono", "caption")));
    }

    /** A line of text as high as its step of type says. */
    private static Region high(double line, Region text) {
        text.setMinHeight(line);
        text.setMaxHeight(line);
        return text;
    }

    private static Region sample(String text, String style, String what) {
        HBox row = new HBox(8, Labels.whole(text, style), Labels.whole(what, "dense", "muted"));
        row.getStyleClass().add("baseline");
        return row;
    }

    private static VBox ages() {
        HBox stale = new HBox(age(371));
        stale.getStyleClass().add("screen");
        stale.pseudoClassStateChanged(PseudoClass.getPseudoClass("stale"), true);
        return card("Age band: bars and colour", 12, new HBox(16, age(288), age(371), age(624), stale));
    }

    private static AgeBar age(int seconds) {
        AgeBar bar = new AgeBar();
        bar.show(Duration.ofSeconds(seconds), Duration.ofMinutes(5), Duration.ofMinutes(10));
        return bar;
    }
}
