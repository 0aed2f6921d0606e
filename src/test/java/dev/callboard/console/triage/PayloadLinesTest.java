package dev.callboard.console.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PayloadLinesTest {
    private static final String DATA = "{\"orderId\":\"20811\",\"customer\":{\"name\":\"Niamh\",\"email\":\"n@x.example\"},"
            + "\"lines\":[{\"sku\":\"A\"}],\"traceRef\":90071992547409931}";

    @Test
    @Tag("A09")
    void hidesWhatIsPrivateAndKeepsIntegersExact() {
        List<PayloadLines.Line> lines = PayloadLines.tree(DATA, List.of());

        assertThat(lines).extracting(PayloadLines.Line::path).containsExactly("orderId", "customer", "customer.name",
                "customer.email", "lines", "lines.0", "lines.0.sku", "traceRef");
        assertThat(lines.get(3).hidden()).isTrue();
        assertThat(lines.get(3).value()).isEmpty();
        assertThat(lines.getLast().value()).isEqualTo("90071992547409931");
        assertThat(PayloadLines.tree(DATA, List.of("customer.email")).get(3).value()).contains("n@x.example");
        assertThat(PayloadLines.tree("no json {", List.of())).isEmpty();
    }

    @Test
    void showsWhatDiffersLineByLine() {
        assertThat(PayloadLines.changes("a\nb\nc", "a\nx\nc\nd")).containsExactly(new PayloadLines.Change(' ', "a"),
                new PayloadLines.Change('-', "b"), new PayloadLines.Change('+', "x"),
                new PayloadLines.Change(' ', "c"), new PayloadLines.Change('+', "d"));
        assertThat(PayloadLines.changes("a", "a")).containsExactly(new PayloadLines.Change(' ', "a"));
    }
}
