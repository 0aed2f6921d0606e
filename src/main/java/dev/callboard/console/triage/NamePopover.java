package dev.callboard.console.triage;

import java.util.function.Consumer;

import dev.callboard.console.GoOn;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** Asks for a line of text: the name of a filter, a note on a group. */
final class NamePopover {
    private static final double WIDTH = 420;

    private final Surroundings around;
    private final Overlay overlay;
    private final GoOn may;
    private final Question question;

    /**
     * What is asked.
     *
     * @param label of the field
     * @param go what the button says
     * @param needed true where an empty answer is none
     */
    record Question(String title, String what, String label, String value, String go, boolean needed) {}

    NamePopover(Surroundings around, Overlay overlay, GoOn may, Question question) {
        this.around = around;
        this.overlay = overlay;
        this.may = may;
        this.question = question;
    }

    void open(Node anchor, Consumer<String> then) {
        var texts = around.texts();
        Popover popover = new Popover(question.title(), "", WIDTH);
        TextField field = new TextField(question.value());
        field.setId("line");
        field.setAccessibleText(question.label());
        ActionButton back = new ActionButton();
        back.setText(texts.of("popover.back"));
        back.setKeys(texts.named("key", "Esc"));
        back.setOnAction(press -> overlay.close());
        ActionButton go = new ActionButton();
        go.setText(question.go());
        go.setKeys(texts.named("key", "Enter"));
        go.setKind("primary");
        may.guard(popover, go,
                () -> question.needed() && field.getText().isBlank() ? texts.of("triage.name_needed") : null,
                field.textProperty());
        go.setOnAction(press -> {
            overlay.close();
            then.accept(field.getText().strip());
        });
        popover.fill(Labels.wrapped(question.what(), "dense", "muted"), Popover.row(question.label(), field));
        popover.buttons(back, go);
        overlay.openPopover(popover, anchor,
                new Keymap().bindEverywhere("Esc", texts.of("popover.back"), overlay::close)
                        .bindEverywhere("Enter", question.go(), go::fire));
        field.requestFocus();
        field.selectAll();
    }
}
