package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"--data", "--pg", "--redis", "--profile"})
    void anOptionLeftBlankIsNoAnswer(String option) {
        assertThat(malformed(List.of("queue", "ls", option, "")).err()).contains(option);
        assertThat(malformed(List.of("queue", "ls", option, " ")).err()).contains(option);
        assertThat(Path.of("postgres")).doesNotExist();
        assertThat(Path.of("redis")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            jobs lss            | 'lss'; did you mean 'ls'?
            tickt join A        | 'tickt'; did you mean 'ticket'?
            ordr show worker    | 'ordr'; did you mean 'order'?
            foo                 | There is no command 'foo'; --help
            queue list A --json | There is no command 'list'
            """)
    void aMistypedCommandNamesTheNearest(String line, String wanted) {
        assertThat(malformed(List.of(line.split(" "))).err()).contains(wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ticket ls A --day 2026-13-45                    | is no day
            product receive TEA 1 --price cheap             | is no amount
            product receive TEA many                        | is no whole number
            worker --concurrency 99999999999                | is too large
            queue ls --pg postgres://127.0.0.1:99999/shop   | '99999'
            queue ls --redis redis://127.0.0.1:99999        | '99999'
            queue ls --set foo=bar                          | There is no setting 'foo'.
            """)
    void messagesAreForPeople(String line, String wanted) {
        String said = malformed(List.of(line.split(" "))).err();
        assertThat(said).contains(wanted).doesNotContain("java.", "Exception", " int", " long", "did you mean");
    }

    /** The driver would complain of it in a logger of its own. */
    @Test
    void aPortThatIsNoneIsNotTriedOnTheDriver() {
        List<LogRecord> said = new CopyOnWriteArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord record) {
                said.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger driver = Logger.getLogger("org.postgresql");
        driver.addHandler(ear);
        try {
            malformed(List.of("queue", "ls", "--pg", "postgres://db:99999/shop"));
            malformed(List.of("queue", "ls", "--pg", "postgres://db:5432,[::1]:0/shop"));
        } finally {
            driver.removeHandler(ear);
        }
        assertThat(said).isEmpty();
    }

    private static Shell.Outcome malformed(List<String> words) {
        Shell.Outcome outcome = Shell.raw(words);
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1).allSatisfy(line -> assertThat(line).hasSizeBetween(20, 400));
        return outcome;
    }
}
