package dev.callboard.console;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Faults;
import dev.callboard.parts.LockLine;
import dev.callboard.parts.Texts;
import dev.callboard.postgres.Privileges;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * What the login may do, as the servers said when they were asked last. A button that needs more is locked; where
 * nobody has answered yet none is, since the servers refuse in any case. Used on the FX thread.
 */
public final class Rights {

    /**
     * An answer of the servers.
     *
     * @param roles of Callboard's that the login has
     */
    public record Held(Set<Right> rights, List<String> roles) {
        public Held {
            rights = Set.copyOf(rights);
            roles = List.copyOf(roles);
        }

        /** Asks Postgres for each right. */
        public static Held askedOf(Privileges postgres) {
            return new Held(Stream.of(Right.values()).filter(right -> postgres.has(right.privilege()))
                    .collect(Collectors.toSet()), postgres.roles());
        }
    }

    private final Supplier<Held> servers;
    private final Executor background;
    private final Executor fx;
    private final Faults faults;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Held> held = new ReadOnlyObjectWrapper<>();
    private boolean asking;

    /** @param servers asks them; called in the background, may block */
    public Rights(Supplier<Held> servers, Executor background, Executor fx, Faults faults, Texts texts) {
        this.servers = servers;
        this.background = background;
        this.fx = fx;
        this.faults = faults;
        this.texts = texts;
    }

    /** Asks the servers again; one question at a time. */
    public void ask() {
        if (asking) {
            return;
        }
        asking = true;
        background.execute(() -> {
            try {
                Held answer = servers.get();
                fx.execute(() -> held.set(answer));
            } catch (RuntimeException failure) {
                faults.report("The rights of the login could not be read", failure);
            } finally {
                fx.execute(() -> asking = false);
            }
        });
    }

    /** The last answer; null before the first. */
    public ReadOnlyObjectProperty<Held> heldProperty() {
        return held.getReadOnlyProperty();
    }

    /** Why the login may not, in words; null where it may. */
    public String against(Right right) {
        return isMissing(right) ? texts.of("why.needs_role", right.role()) : null;
    }

    /** True where the servers said that the login has none of these. */
    public boolean lacksAll(Set<Right> rights) {
        return !rights.isEmpty() && rights.stream().allMatch(this::isMissing);
    }

    private boolean isMissing(Right right) {
        return held.get() != null && !held.get().rights().contains(right);
    }

    /** Says in that line what the act needs, while the login lacks it. */
    public void explain(Right right, LockLine line, String act) {
        held.addListener((property, before, now) -> line.show(texts, act, isMissing(right) ? right.role() : null));
        line.show(texts, act, isMissing(right) ? right.role() : null);
    }

    /** Locks these buttons where the login lacks what they need. */
    public void guard(Right right, ActionButton... buttons) {
        ObservableValue<String> why = Bindings.createStringBinding(() -> against(right), held);
        for (ActionButton button : buttons) {
            button.lockProperty().bind(why);
        }
    }
}
