package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read as a command at all: exit code 2 before any server is asked. */
class MalformedCommandTest {
    private static final String LONG = "x".repeat(120_000);

    @ParameterizedTest
    @ValueSource(strings = {"", "ticket", "ticket fly", "ticket join", "ticket join A B", "ticket join A --nonsense",
        "queue set A ASLEEP", "ticket join A --priority one", "product receive TEA many",
        "order reserve --customer c --line TEA", "order reserve --customer c", "jobs retry q",
        "jobs retry q --match t", "jobs retry q 1 --all", "jobs ls q --state odd", "queue ls --set nonsense=1",
        "queue ls --set ticket.undo=soon", "queue ls --set ticket.undo", "queue ls --pg nowhere",
        "queue ls --redis nowhere", "queue ls --profile no-such-profile", "worker --concurrency many"})
    void malformedLinesAreToldApart(String line) {
        malformed(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    @Test
    void enormousArgumentsGetAShortLine() {
        malformed(List.of("ticket", "join", "A", "--priority", LONG));
        malformed(List.of(LONG));
        malformed(List.of("queue", "ls", "--set", LONG + "=1"));
        malformed(List.of("queue", "ls", "--pg", LONG));
    }

    private static void malformed(List<String> words) {
        Shell.Outcome outcome = Shell.raw(words);
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1).allSatisfy(line -> assertThat(line).hasSizeBetween(20, 400));
    }
}
