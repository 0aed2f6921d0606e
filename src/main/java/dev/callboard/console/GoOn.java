package dev.callboard.console;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Popover;
import dev.callboard.parts.Sight;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/**
 * Whether an open question may still be answered with yes. A question can stand open for minutes: it is judged again
 * with every change of the rights, of the age of what is shown, of the command under way, and of what it is about.
 */
public final class GoOn {
    private final List<Supplier<String>> rules;
    private final List<Observable> changes;

    private GoOn(List<Supplier<String>> rules, List<Observable> changes) {
        this.rules = rules;
        this.changes = changes;
    }

    /** What every question of a screen needs: the right, fresh rows, and no other command under way. */
    public static GoOn within(Surroundings around, Right right, Sight<?> sight, Commands commands) {
        return whileFresh(around, sight, commands).unless(() -> around.rights().against(right),
                around.rights().heldProperty());
    }

    /** Fresh rows and no other command under way. */
    public static GoOn whileFresh(Surroundings around, Sight<?> sight, Commands commands) {
        var texts = around.texts();
        return new GoOn(List.of(), List.of())
                .unless(() -> sight.staleProperty().get() ? texts.of("desk.why.stale") : null, sight.staleProperty())
                .unless(() -> commands.inFlightProperty().get() == null ? null : texts.of("desk.why.in_flight"),
                        commands.inFlightProperty());
    }

    /** The same with one reason more. @param against null where there is none @param changed what it depends on */
    public GoOn unless(Supplier<String> against, Observable... changed) {
        return new GoOn(Stream.concat(rules.stream(), Stream.of(against)).toList(),
                Stream.concat(changes.stream(), Stream.of(changed)).toList());
    }

    /** The first reason why it may not be, or null. */
    public String against() {
        return rules.stream().map(Supplier::get).filter(reason -> reason != null).findFirst().orElse(null);
    }

    private StringBinding reason() {
        return Bindings.createStringBinding(this::against, changes.toArray(Observable[]::new));
    }

    /** Closes the button whenever there is a reason. */
    public void guard(ActionButton button) {
        button.disabledReasonProperty().bind(reason());
    }

    /** The same for the button of a question, which says the reason in words: nobody hovers while they type. */
    public void guard(Popover popover, ActionButton button) {
        guard(popover, button, () -> null);
    }

    /** The same where the answer itself may be wanting. @param answered the fields that it is read from */
    public void guard(Popover popover, ActionButton button, Supplier<String> wanting, Observable... answered) {
        popover.warn(reason());
        unless(wanting, answered).guard(button);
    }
}
