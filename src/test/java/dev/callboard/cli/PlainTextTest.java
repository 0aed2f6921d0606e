package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** What people read, on a terminal and where another program reads on. */
class PlainTextTest {
    private static final String LONG = "e".repeat(90);

    @Test
    void onlyATerminalGetsItsCellsCut() {
        List<Document> rows = List.of(new Document().with("id", 1).with("error", LONG + "\nat line 2"));
        assertThat(new PlainText(true).of(rows)).isEqualTo("id  error\n1   " + "e".repeat(59) + "…\n");
        assertThat(new PlainText(false).of(rows)).isEqualTo("id  error\n1   " + LONG + " at line 2\n");
    }

    @Test
    void onlyATerminalIsSparedColumnsOfNothing() {
        List<Document> rows = List.of(new Document().with("id", 1).with("at", null).with("lines", List.of()),
                new Document().with("id", 2).with("at", null).with("lines", List.of("x")));
        assertThat(new PlainText(true).of(rows)).isEqualTo("id  lines\n1   -\n2   x\n");
        assertThat(new PlainText(false).of(rows)).isEqualTo("id  at  lines\n1   -   -\n2   -   x\n");
    }

    @Test
    void aValueOfSeveralLinesStandsUnderItself() {
        assertThat(new PlainText(true).of(new Document().with("id", 1).with("trace", "first\nsecond")))
                .isEqualTo("id     1\ntrace  first\n       second\n");
    }

    @Test
    void whatJobsHoldGivesATerminalNoOrders() {
        assertThat(new PlainText(true).of(new Document().with("name", "a\u001b[2J\u009bb\r\n\u0007c")))
                .doesNotContain("\u001b", "\u009b", "\u0007", "\r").contains("a\uFFFD[2J");
        assertThat(new PlainText(false).of(new Document().with("counts", Map.of("a\u001b[2J", 1))))
                .isEqualTo("counts  a\uFFFD[2J 1\n");
        assertThat(TerminalText.oneLine("job \u001b[2J\u009b\u202egnp\u2066\nis gone"))
                .isEqualTo("job \uFFFD[2J\uFFFD\uFFFDgnp\uFFFD is gone");
        assertThat(TerminalText.harmless("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"))
                .isEqualTo("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
    }
}
