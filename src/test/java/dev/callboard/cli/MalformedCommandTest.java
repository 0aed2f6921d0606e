package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    @ParameterizedTest
    @ValueSource(strings = {"shots --out", "demo --headless --out", "board --queues"})
    void picturesAndScreensNeedAValueToo(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of(" ", "--data", "target/never"));
        assertThat(malformed(words).err()).contains(words.get(words.indexOf(" ") - 1) + " has no value");
        assertThat(Path.of("target/never")).doesNotExist();
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            jobs ls q --limit 0                              | --limit is a number from 1 to 10000, not 0
            jobs ls q --limit 10001                          | --limit is a number from 1 to 10000
            jobs ls q --after zzz                            | --after
            jobs ls q --after 1..2:x                         | --after
            jobs ls q --state waiting --after 1.5:x          | --after
            jobs clean q --older 1h --reason r --limit 0     | --limit is at least 1, not 0
            order ls --limit -1                              | --limit is a number from 1 to 100000, not -1
            gateway --port 70000                             | --port is a number from 0 to 65535, not 70000
            gateway --port -1                                | --port is a number from 0 to 65535, not -1
            worker --set fulfilment.concurrency=2000         | fulfilment.concurrency must be a whole number from 1 to 1000
            worker --concurrency 1001                        | --concurrency is a number from 1 to 1000, not 1001
            worker --concurrency 0                           | --concurrency is a number from 1 to 1000, not 0
            demo --headless --seconds 0 --data target/never  | --seconds is a number from 1 to 86400, not 0
            """)
    void aValueOutsideItsRangeIsAMistakeInTheLine(String line, String wanted) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        // no server is asked: neither of these is there
        words.addAll(List.of("--pg", "postgres://127.0.0.1:1/shop", "--redis", "redis://127.0.0.1:1"));
        String said = malformed(line.startsWith("demo") ? List.of(line.split(" ")) : words).err();
        assertThat(said).contains(wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            queue set                          | 'queue set' lacks CODE, STATE; --help
            ticket call                        | 'ticket call' lacks ID, --counter NAME, --reason TEXT; --help
            ticket join A B                    | 'B' is one word too many for 'ticket join'
            ticket next A --counter            | The option --counter has no value: --counter NAME.
            ticket next A --counter --json     | The option --counter has no value: --counter NAME.
            ticket next A --countr 1           | There is no option '--countr' of 'ticket next'; did you mean '--counter'?
            queue ls --jsn                     | There is no option '--jsn' of 'queue ls'; did you mean '--json'?
            queue ls --json=maybe              | The option --json takes no value.
            queue ls --nothing-like-it         | There is no option '--nothing-like-it' of 'queue ls'; --help shows
            queue ls --set a                   | --set is followed by key=value, such as
            ticket join A --key a --key b      | The option --key is given twice.
            queue set A OPNE                   | STATE: 'OPNE' is none of OPEN, PAUSED, LOCKED, CLOSED
            queue set A PAUSD                  | did you mean PAUSED?
            jobs ls q --state odd              | --state: 'odd' is none of waiting, active, delayed
            """)
    void whatIsWrongIsSaidInTheWordsOfTheCommand(String line, String wanted) {
        String said = malformed(List.of(line.split(" "))).err();
        assertThat(said).contains(wanted).doesNotContain("option option", "parameter", "argument", "index", "(");
    }

    @Test
    void whichVersionAndWhatHelpThereIs() throws IOException {
        String built = Files.readString(Path.of("pom.xml")).split("<version>")[1].split("<")[0];
        assertThat(Shell.raw(List.of("--version")).out()).isEqualTo("callboard " + built + "\n");
        assertThat(Shell.raw(List.of("--version", "--json")).json().get("version").asText()).isEqualTo(built);
        Shell.Outcome help = Shell.raw(List.of("--help"));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Callboard " + built + "\n").contains("callboard demo", "Exit codes");
        assertThat(Shell.raw(List.of("help", "ticket", "join")))
                .isEqualTo(Shell.raw(List.of("ticket", "join", "--help")));
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
