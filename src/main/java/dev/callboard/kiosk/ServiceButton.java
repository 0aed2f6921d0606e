package dev.callboard.kiosk;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Labels;
import dev.callboard.parts.Spinner;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.QuotedWait;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One service: its letter, its name, who waits and how long it may take. Updated in place, under the finger. */
final class ServiceButton extends Button {
    private final Texts texts;
    private final Label name = Labels.of("", "name");
    private final Label letter = Labels.whole("", "queue");
    private final HBox facts = new HBox();
    private final StackPane end = new StackPane();

    ServiceButton(Texts texts, Runnable press) {
        this.texts = texts;
        getStyleClass().add("service");
        setMnemonicParsing(false);
        facts.getStyleClass().add("facts");
        end.getStyleClass().add("end");
        name.setMaxWidth(Double.MAX_VALUE);
        VBox middle = new VBox(name, facts);
        middle.getStyleClass().add("middle");
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox content = new HBox(letter, middle, end);
        content.getStyleClass().add("content");
        setGraphic(content);
        setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> getWidth() - snappedLeftInset() - snappedRightInset(), widthProperty(), insetsProperty()));
        setOnAction(event -> press.run());
    }

    /** @param joining code of the queue whose ticket is under way, or null */
    void show(Queue queue, Optional<QuotedWait> wait, String joining) {
        letter.setText(queue.code());
        name.setText(queue.name());
        setDisable(queue.state() == QueueState.LOCKED || joining != null);
        end.getChildren().setAll(
                queue.code().equals(joining) ? new Spinner(48) : new FontIcon("fth-chevron-right"));
        facts.getChildren().setAll(switch (queue.state()) {
            case PAUSED -> fact("fth-pause-circle", said(queue, "kiosk.paused", "kiosk.paused_for"), "warning-text");
            case LOCKED -> fact("fth-lock", said(queue, "kiosk.locked", "kiosk.locked_for"), "muted");
            default -> fact("fth-users", texts.of("kiosk.waiting", queue.waiting()), "muted");
        });
        if (queue.state() == QueueState.OPEN && queue.waiting() > 0) {
            wait.ifPresent(range -> facts.getChildren().addAll(
                    fact("fth-clock", KioskWords.range(texts, range), "strong")));
        }
        setAccessibleText(name.getText() + ", " + String.join(", ", facts.getChildren().stream()
                .filter(Label.class::isInstance).map(fact -> ((Label) fact).getText()).toList()));
    }

    /** Closed now, open later today. */
    void showOpening(LocalTime opens) {
        setDisable(true);
        facts.getChildren().setAll(fact("fth-clock", texts.of("kiosk.opens", opens.toString()), "muted"));
        setAccessibleText(name.getText() + ", " + texts.of("kiosk.opens", opens.toString()));
    }

    /** Stands for a group: its name, and how many services and people are in it. */
    void showGroup(String group, List<Queue> services) {
        letter.setText(group.substring(0, group.offsetByCodePoints(0, 1)));
        name.setText(group);
        end.getChildren().setAll(new FontIcon("fth-chevron-right"));
        facts.getChildren().setAll(fact("fth-users", texts.of("kiosk.group", services.size(),
                services.stream().mapToInt(Queue::waiting).sum()), "muted"));
        setAccessibleText(group);
    }

    private String said(Queue queue, String alone, String withReason) {
        return queue.reason() == null || queue.reason().isBlank() ? texts.of(alone)
                : texts.of(withReason, queue.reason());
    }

    private static Node[] fact(String icon, String words, String ink) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add(ink.equals("strong") ? "muted" : ink);
        boolean alone = !ink.equals("strong") && !icon.equals("fth-users");
        Label fact = alone ? Labels.wrapped(words, ink, "alone") : Labels.whole(words, ink);
        HBox.setHgrow(fact, alone ? Priority.ALWAYS : Priority.NEVER);
        return new Node[]{picture, fact};
    }
}
