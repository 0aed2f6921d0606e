package dev.callboard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callboard.TestServers;
import dev.callboard.postgres.Database;

class AuditTrailTest {
    private final Database database = Database.open(TestServers.newDatabase(), 4);
    private final AuditTrail trail = new AuditTrail(database);

    @BeforeEach
    void threeEntries() {
        write("order.cancel", "order", "4711", "Customer asked, twice");
        write("product.write_off", "product", "HOS-25M-G", "=SUM(A1) \"torn\"");
        write("order.retry", "order", "4712", null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void newestFirstWithAnExactTotal() {
        AuditTrail.Page page = trail.newest(AuditQuery.of(""), 2);
        assertThat(page.rows()).extracting(AuditRow::action).containsExactly("order.retry", "product.write_off");
        assertThat(page.total()).isEqualTo(3);
        assertThat(trail.before(AuditQuery.of(""), page.rows().getLast().id(), 10)).extracting(AuditRow::action)
                .containsExactly("order.cancel");
    }

    @Test
    void everyTermMustBeMet() {
        assertThat(actions("ORDER asked")).containsExactly("order.cancel");
        assertThat(actions("what:order -cancel")).containsExactly("order.retry");
        assertThat(actions("about:hos-25")).containsExactly("product.write_off");
        assertThat(actions("why:order")).isEmpty();
        assertThat(actions("%")).as("a wildcard is a letter like any other").isEmpty();
        assertThat(actions("' or true --")).isEmpty();
    }

    @Test
    void aTermMayBeMetByAnotherNameOfTheSameThing() {
        AuditQuery query = AuditQuery.of("about:20811")
                .orElse(text -> text.equals("20811") ? Optional.of("4712") : Optional.empty());
        assertThat(trail.newest(query, 10).rows()).extracting(AuditRow::action).containsExactly("order.retry");
    }

    @Test
    void anExportQuotesAndComputesNothing(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("activity.csv");
        assertThat(new AuditExport(trail).write(AuditQuery.of(""), file)).isEqualTo(3);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(2)).contains("\"'=SUM(A1) \"\"torn\"\"\"");
        assertThat(lines.get(3)).contains("\"Customer asked, twice\"");
    }

    private List<String> actions(String typed) {
        return trail.newest(AuditQuery.of(typed), 10).rows().stream().map(AuditRow::action).toList();
    }

    private void write(String action, String kind, String id, String reason) {
        database.transaction(tx -> {
            new AuditLog().write(tx,
                    new AuditEntry(null, action, kind, id, reason, Map.of("state", "A"), Map.of("state", "B")));
            return null;
        });
    }
}
