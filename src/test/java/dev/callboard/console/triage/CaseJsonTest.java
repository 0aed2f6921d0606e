package dev.callboard.console.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.audit.AuditRow;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.triage.EvidenceRow;
import dev.callboard.triage.JobCase;

/** What a person exports or copies of a job that carries a customer's e-mail. */
class CaseJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-20T13:05:40Z");
    private static final String DATA = "{\"customer\":{\"name\":\"Niamh\",\"email\":\"n@x.example\"},"
            + "\"phones\":[\"+353 1 555\"],\"traceRef\":90071992547409931}";

    @Test
    @Tag("A09")
    void whatTheScreenHidesStaysHiddenInTheFile() throws Exception {
        String text = CaseJson.of(new JobCase("mail", "1", job(), null, List.of(), List.of(edited()), null));

        assertThat(text).doesNotContain("n@x.example", "+353", "old@x.example");
        JsonNode data = JSON.readTree(JSON.readTree(text).path("data").asText());
        assertThat(data.at("/customer/email").asText()).isEqualTo("(hidden)");
        assertThat(data.at("/phones").asText()).isEqualTo("(hidden)");
        assertThat(data.at("/customer/name").asText()).isEqualTo("Niamh");
        assertThat(data.path("traceRef").bigIntegerValue()).hasToString("90071992547409931");
    }

    @Test
    @Tag("A09")
    void theEvidenceOfALostJobHidesItAsWell() {
        JsonNode kept = JSON.createObjectNode().put("name", "send").put("data", DATA);
        EvidenceRow evidence = new EvidenceRow(1, NOW, "otto", "failed", "mail", "1", null, null, NOW, "timeout", kept);

        assertThat(CaseJson.of(new JobCase("mail", "1", null, null, List.of(evidence), List.of(), null)))
                .doesNotContain("n@x.example", "+353").contains("Niamh");
    }

    private static AuditRow edited() {
        return new AuditRow(1, NOW, "otto", null, "job.edit", "job", "mail/1", null,
                JSON.createObjectNode().put("data", "{\"email\":\"old@x.example\"}"),
                JSON.createObjectNode().put("data", DATA));
    }

    private static JobSnapshot job() {
        return new JobSnapshot("1", JobState.FAILED, "send", DATA, JobSnapshot.DataKind.JSON, "{}", 1, 1, 0, "timeout",
                List.of(), List.of(), 0, NOW, NOW, NOW, NOW, 0, 0, null, null, null, null, null, false, null, false);
    }
}
