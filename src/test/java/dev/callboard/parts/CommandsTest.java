package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

import org.junit.jupiter.api.Test;

import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

class CommandsTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Executor background = waiting::add;
    private final Texts texts = new Texts(Locale.UK);
    private final Faults faults = new Faults(Runnable::run, texts);
    private final Commands commands = new Commands(Runnable::run, background, faults, texts);
    private final List<String> done = new ArrayList<>();

    @Test
    void oneAtATimeAndNothingBeforeTheAnswer() {
        commands.run("first", () -> "one", done::add);
        commands.run("second", () -> "two", done::add);

        assertThat(commands.inFlightProperty().get()).isEqualTo("first");
        assertThat(done).isEmpty();
        assertThat(waiting).hasSize(1);
        waiting.pop().run();
        assertThat(commands.inFlightProperty().get()).isNull();
        assertThat(done).containsExactly("one");
    }

    @Test
    void aRefusalIsInformationAtItsPlaceAndNoFault() {
        commands.run("call", () -> {
            throw new Refusal("nobody_waiting", "Nobody waits.");
        }, answer -> done.add("never"));
        waiting.pop().run();

        assertThat(commands.noteProperty().get()).isEqualTo(new Note(Note.Kind.INFORMATION, "Nobody waits."));
        assertThat(faults.latestProperty().get()).isNull();
        assertThat(done).isEmpty();
    }

    @Test
    void aLostServiceIsAFaultToo() {
        commands.run("call", () -> {
            throw new Unavailable(Unavailable.Service.REDIS, "Redis is away.", null);
        }, answer -> done.add("never"));
        waiting.pop().run();

        assertThat(commands.noteProperty().get().kind()).isEqualTo(Note.Kind.WARNING);
        assertThat(faults.latestProperty().get().text()).isEqualTo("Redis is away.");
    }

    @Test
    void afterTwoSecondsItSaysThatItStillWaits() {
        commands.run("slow", () -> "late", done::add);

        await().until(() -> commands.noteProperty().get() != null);

        assertThat(commands.noteProperty().get().text()).isEqualTo(texts.of("command.still_waiting"));
        waiting.pop().run();
        assertThat(commands.noteProperty().get()).isNull();
    }
}
