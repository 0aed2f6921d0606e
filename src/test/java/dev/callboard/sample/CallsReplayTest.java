package dev.callboard.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.TestServers;
import dev.callboard.check.CheckReport;
import dev.callboard.check.CheckResult;
import dev.callboard.check.TicketInvariants;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.refusals.Refusal;
import dev.callboard.sample.CallsReport.QueueResult;
import dev.callboard.settings.Settings;

class CallsReplayTest {
    private static final Path DATA = Path.of("src/test/resources/data");
    private static final String HEADER = "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\t"
            + "vru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver";

    private final PostgresAddress address = TestServers.newDatabase();
    private final CallsReplay replay = new CallsReplay(address, Settings.defaults());

    @TempDir
    private Path folder;

    @Test
    void aRealWeekComesToItsKnownFigures() throws IOException {
        CallsReport report = replay.run(DATA.resolve("calls_1999-01-03_1999-01-09.txt"));
        JsonNode expected = new ObjectMapper()
                .readTree(DATA.resolve("calls_1999-01-03_1999-01-09.replay.json").toFile());
        SortedMap<String, QueueResult> perQueue = new TreeMap<>();
        expected.get("per_queue").properties()
                .forEach(queue -> perQueue.put(queue.getKey(),
                        new QueueResult(queue.getValue().get("tickets").asInt(),
                                queue.getValue().get("served").asInt(), queue.getValue().get("abandoned").asInt(),
                                queue.getValue().get("max_waiting").asInt())));
        assertThat(report.perQueue()).isEqualTo(perQueue);
        assertThat(report.tickets()).isEqualTo(expected.get("tickets").asInt());
        assertThat(report.queues()).isEqualTo(expected.get("queues").asInt());
        assertThat(report.rejectedLines()).isEmpty();
        try (Database database = Database.open(address, 1)) {
            assertThat(CheckReport.of(TicketInvariants.of(database)).checks()).allMatch(CheckResult::holds);
        }
    }

    @Test
    void whatCannotBeReadIsNamedByItsLineAndPassedOver() throws IOException {
        Path file = file(call("990103", "9:00:00", "9:00:30", "AGENT"), "garbage",
                call("990199", "9:00:00", "9:00:30", "AGENT"), call("990103", "9:61:00", "9:00:30", "AGENT"), "",
                call("990103", "9:00:10", "9:00:30", "WHAT"), call("990103", "9:00:10", "9:00:30", "PHANTOM"),
                call("990103", "0:00:00", "0:00:00", "HANG"), "\u0000\u00ff\t\t", call("990103", "9:00:10", "", "HANG"),
                call("990103", "9:00:10", "9:00:20", "HANG") + "\textra");
        CallsReport report = replay.run(file);
        assertThat(report.rejectedLines()).containsExactly(3, 4, 5, 7, 10, 11, 12);
        assertThat(report.perQueue()).containsOnlyKeys("990103/PS").containsValue(new QueueResult(1, 1, 0, 1));
    }

    @Test
    void leavesComeBeforeJoinsAndAMomentIsNoWait() throws IOException {
        Path file = file(call("990103", "9:00:00", "9:00:30", "AGENT"), call("990103", "9:00:30", "9:00:30", "HANG"),
                call("990103", "9:00:30", "9:00:40", "HANG"), call("990103", "23:59:50", "0:00:05", "AGENT"));
        assertThat(replay.run(file).perQueue()).containsValue(new QueueResult(4, 2, 2, 1));
        assertThat(replay.run(file).perQueue()).as("a second run counts only its own")
                .containsValue(new QueueResult(4, 2, 2, 1));
    }

    @Test
    void aByteOrderMarkDoesNoHarm() throws IOException {
        Path file = file(call("990103", "9:00:00", "9:00:30", "AGENT"));
        Files.writeString(file, "\uFEFF" + Files.readString(file));
        assertThat(replay.run(file).rejectedLines()).isEmpty();
    }

    @Test
    void aFileWithAnotherHeaderIsRefused() throws IOException {
        Path file = file(call("990103", "9:00:00", "9:00:30", "AGENT"));
        Files.writeString(file, Files.readString(file).replace("q_start", "queued"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> replay.run(file)).withMessageContaining("q_start");
        Files.writeString(file, "");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> replay.run(file));
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> replay.run(folder.resolve("none")));
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("calls.txt"), HEADER + "\r\n" + String.join("\r\n", lines) + "\r\n");
    }

    private static String call(String date, String joined, String left, String outcome) {
        return String.join("\t", "AA0101", "3.27E+11", "0", "0", "PS", date, "8:00:00", "8:00:10", "-10", joined, left,
                "30", outcome, "0:00:00", "0:00:00", "0", "NO_SERVER");
    }
}
