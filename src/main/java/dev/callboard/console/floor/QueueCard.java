package dev.callboard.console.floor;

import java.time.Instant;
import java.util.Optional;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.AgeBar;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Labels;
import dev.callboard.parts.LetterBlock;
import dev.callboard.tickets.FloorSight;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueRule;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.WaitFigures;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One queue: its state, who waits and how long, what the day was like, and what goes on now. */
final class QueueCard extends VBox {
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");
    private static final String NOTHING = "–";
    private static final double FIRST_FIGURE = 76;

    private final Surroundings around;
    private final FloorModel model;
    private final StateSwitch states;
    private final Label name = Labels.of("", "semibold", "queue-name");
    private final Button menu = new Button(null, new FontIcon("fth-more-horizontal"));
    private final Label waiting = Labels.whole("", "display", "count");
    private final AgeBar longest = new AgeBar();
    private final Label median = Labels.whole("", "figure");
    private final Label ninety = Labels.whole("", "figure");
    private final Label noShow = Labels.whole("", "figure");
    private final Label now = Labels.of("", "dense", "muted");
    private final FontIcon pause = new FontIcon("fth-pause");
    private final Tooltip definitions = new Tooltip();
    private final Tooltip foot = new Tooltip();
    private Queue queue;
    private FloorSnapshot snapshot;

    QueueCard(Surroundings around, FloorModel model, Queue queue, QueueActions actions) {
        this.around = around;
        this.model = model;
        this.queue = queue;
        var texts = around.texts();
        this.states = new StateSwitch(texts, state -> actions.propose(this, state));
        getStyleClass().addAll("card", "floor-card");
        setId("card-" + queue.code());
        setFocusTraversable(true);
        setOnMousePressed(press -> requestFocus());
        menu.getStyleClass().addAll("flat", "small", "icon-only");
        menu.setId("menu-" + queue.code());
        menu.setAccessibleText(texts.of("floor.card.menu", queue.name()));
        menu.setOnAction(press -> actions.menu(this, menu));
        setOnContextMenuRequested(request -> actions.menu(this, menu));
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setMinWidth(0);
        pause.getStyleClass().addAll("warning-text", "small");
        HBox title = new HBox(8, new LetterBlock(queue.code()), name, Labels.space(), menu);
        title.getStyleClass().add("floor-title");
        HBox.setHgrow(states, Priority.ALWAYS);
        HBox state = new HBox(states);
        state.getStyleClass().add("floor-state");
        VBox count = new VBox(waiting, Labels.whole(texts.of("floor.waiting"), "dense", "muted"));
        count.setAlignment(Pos.BOTTOM_LEFT);
        VBox oldest = new VBox(4, Labels.whole(texts.of("floor.longest"), "dense", "muted"), longest);
        oldest.setAlignment(Pos.BOTTOM_RIGHT);
        HBox counts = new HBox(count, Labels.space(), oldest);
        counts.getStyleClass().add("floor-counts");
        VBox first = figure("floor.median", median, Pos.CENTER_LEFT);
        first.setMinWidth(FIRST_FIGURE);
        HBox figures = new HBox(first, figure("floor.ninety", ninety, Pos.CENTER_LEFT), Labels.space(),
                figure("floor.no_show", noShow, Pos.CENTER_RIGHT));
        figures.getStyleClass().add("floor-figures");
        Tooltip.install(figures, definitions);
        now.setTooltip(foot);
        HBox last = new HBox(now);
        last.getStyleClass().add("floor-foot");
        getChildren().addAll(title, state, counts, figures, last);
    }

    private VBox figure(String key, Label value, Pos side) {
        VBox figure = new VBox(1, Labels.of(around.texts().of(key), "caption", "muted"), value);
        figure.setAlignment(side);
        return figure;
    }

    Queue queue() {
        return queue;
    }

    StateSwitch states() {
        return states;
    }

    void show(Queue shown, FloorSnapshot at) {
        queue = shown;
        snapshot = at;
        var texts = around.texts();
        name.setText(queue.name());
        states.show(queue.state(), around.rights().against(Right.QUEUE_STATES) == null,
                model.against(Right.QUEUE_STATES));
        waiting.setText(around.formats().count(queue.waiting()));
        Optional<WaitFigures> today = at.day().today(queue.code());
        median.setText(today.map(each -> Formats.span(each.median())).orElse(NOTHING));
        ninety.setText(today.map(each -> Formats.span(each.ninety())).orElse(NOTHING));
        noShow.setText(today.map(each -> texts.of("percent", each.noShowPercent())).orElse(NOTHING));
        definitions.setText(texts.of("floor.definitions", today.map(WaitFigures::called).orElse(0)));
        pseudoClassStateChanged(PAUSED, queue.state() == QueueState.PAUSED);
        tick();
    }

    /** The ages, a second later. */
    void tick() {
        if (snapshot == null) {
            return;
        }
        FloorSight.Waiting oldest = snapshot.sight().longest().get(queue.code());
        longest.setVisible(oldest != null);
        if (oldest != null) {
            longest.show(around.clock().since(oldest.joinedAt()), model.target(queue), model.limit(queue));
        }
        drawFoot();
        setAccessibleText(around.texts().of("floor.card.spoken", queue.name(), queue.waiting(),
                around.texts().of("queue." + queue.state()),
                oldest == null ? NOTHING : Formats.span(around.clock().since(oldest.joinedAt()))));
    }

    private void drawFoot() {
        var texts = around.texts();
        QueueRule rule = snapshot.sight().rules().get(queue.code());
        Instant at = around.clock().nowProperty().get();
        boolean early = rule.opens() != null && around.formats().timeOfDay(at).isBefore(rule.opens());
        colourFoot(queue.state() == QueueState.PAUSED);
        if (queue.state() == QueueState.PAUSED) {
            String paused = Formats.span(around.clock().since(queue.since()));
            now.setText(queue.reason() == null ? texts.of("floor.paused_for", paused)
                    : texts.of("floor.paused", queue.reason(), paused));
        } else {
            now.setText(early ? texts.of("floor.opens", rule.opens().toString())
                    : texts.of("floor.now", queue.called(), queue.serving(), queue.held()));
        }
        foot.setText(now.getText());
    }

    private void colourFoot(boolean paused) {
        String ink = paused ? "warning-text" : "muted";
        if (!now.getStyleClass().contains(ink)) {
            now.getStyleClass().removeAll("muted", "warning-text");
            now.getStyleClass().add(ink);
            now.setGraphic(paused ? pause : null);
        }
    }
}
