package dev.callboard.console.floor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.EmptyState;
import dev.callboard.tickets.Queue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;

/** The cards of the queues: side by side up to four, from five on in rows that scroll. */
final class QueueCards {
    private static final int SIDE_BY_SIDE = 4;
    private static final double CARD_HEIGHT = 249;
    private static final double CARD_WIDTH = 238;
    private static final double GAP = 16;

    private final StackPane place;
    private final Surroundings around;
    private final FloorModel model;
    private final QueueActions actions;
    private final Map<String, QueueCard> cards = new LinkedHashMap<>();

    QueueCards(StackPane place, Surroundings around, FloorModel model, QueueActions actions) {
        this.place = place;
        this.around = around;
        this.model = model;
        this.actions = actions;
    }

    void show(FloorSnapshot now) {
        List<Queue> queues = now.sight().queues();
        List<String> codes = queues.stream().map(Queue::code).toList();
        if (!codes.equals(new ArrayList<>(cards.keySet())) || place.getChildren().isEmpty()) {
            arrange(queues);
        }
        queues.forEach(queue -> cards.get(queue.code()).show(queue, now));
    }

    private void arrange(List<Queue> queues) {
        Map<String, QueueCard> before = Map.copyOf(cards);
        cards.clear();
        queues.forEach(queue -> cards.put(queue.code(), before.containsKey(queue.code())
                ? before.get(queue.code())
                : new QueueCard(around, model, queue, actions)));
        place.getChildren().setAll(layout());
    }

    private Node layout() {
        if (cards.isEmpty()) {
            return new EmptyState("fth-grid", around.texts().of("floor.no_queue"),
                    around.texts().of("floor.no_queue_detail"));
        }
        if (cards.size() <= SIDE_BY_SIDE) {
            HBox row = new HBox(GAP);
            cards.values().forEach(card -> {
                HBox.setHgrow(card, Priority.ALWAYS);
                card.setMinWidth(0);
                card.setPrefWidth(CARD_WIDTH);
                card.setMaxWidth(Double.MAX_VALUE);
                row.getChildren().add(card);
            });
            return row;
        }
        TilePane tiles = new TilePane(GAP, GAP);
        cards.values().forEach(card -> {
            card.setPrefWidth(CARD_WIDTH);
            tiles.getChildren().add(card);
        });
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setPrefHeight(CARD_HEIGHT + GAP + 8);
        scroll.setMinHeight(CARD_HEIGHT);
        return scroll;
    }

    void tick() {
        cards.values().forEach(QueueCard::tick);
    }

    /** The card of a queue, if there is one. */
    Optional<QueueCard> card(String code) {
        return Optional.ofNullable(cards.get(code));
    }

    /** The card with the focus, if one has it. */
    Optional<QueueCard> focused() {
        return cards.values().stream().filter(Node::isFocused).findFirst();
    }

    /** Gives a card the focus and brings it into view. */
    void focus(String code) {
        card(code).ifPresent(card -> {
            card.requestFocus();
            if (place.getChildren().getFirst() instanceof ScrollPane scroll) {
                double height = scroll.getContent().getBoundsInLocal().getHeight()
                        - scroll.getViewportBounds().getHeight();
                scroll.setVvalue(height <= 0 ? 0 : Math.clamp(card.getBoundsInParent().getMinY() / height, 0, 1));
            }
        });
    }
}
