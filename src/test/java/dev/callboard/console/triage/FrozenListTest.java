package dev.callboard.console.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.console.triage.TriageSnapshot.Question;
import dev.callboard.orders.FailedStake;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.FailedRow;

/** Two queues of somebody else's, both with a failed job of the id that BullMQ gives the first one. */
class FrozenListTest {
    private static final Instant NOW = Instant.parse("2026-11-20T13:05:40Z");
    private final FailedJob mail = job("mail", "1");
    private final FailedJob report = job("report", "1");
    private final FailedJob later = job("report", "2");
    private final FrozenList list = new FrozenList();

    @Test
    @Tag("A08")
    void showsEachJobOnceHoweverOftenItIsRead() {
        for (int read = 0; read < 3; read++) {
            list.arrived(snapshot(mail, report, later));
            assertThat(list.rows()).containsExactly(mail, report, later);
        }
    }

    @Test
    @Tag("A08")
    void ticksOnlyTheJobOfItsOwnQueue() {
        list.arrived(snapshot(mail, report, later));
        list.toggle(mail, NOW);

        assertThat(list.ticks().has(mail)).isTrue();
        assertThat(list.ticks().has(report)).isFalse();
        assertThat(list.ticks().chosen(list.rows())).containsExactly(mail);

        list.toggle(report, NOW);
        assertThat(list.ticks().chosen(list.rows())).containsExactly(mail, report);
    }

    @Test
    @Tag("A08")
    void aJobThatMovedLeavesItsNamesakeWhereItIs() {
        list.arrived(snapshot(mail, report, later));
        list.toggleAll(NOW);

        assertThat(list.arrived(snapshot(report, later))).containsExactly(mail);

        assertThat(list.open()).containsExactly(report, later);
        assertThat(list.ticks().chosen(list.rows())).containsExactly(report, later);
    }

    @Test
    @Tag("A08")
    void aNamesakeThatCameIsNew() {
        list.arrived(snapshot(mail));
        list.toggle(mail, NOW);

        assertThat(list.newer(snapshot(report, mail))).containsExactly(report);
    }

    private static TriageSnapshot snapshot(FailedJob... jobs) {
        List<FailedRow> rows = Stream.of(jobs).map(job -> new FailedRow(job, "fingerprint")).toList();
        return new TriageSnapshot(NOW, new Question(TriageFilter.ALL, 200, false), List.of(), rows, rows.size(), rows,
                List.of(jobs), List.of(), new FailedStake(0, BigDecimal.ZERO, null), List.of());
    }

    private static FailedJob job(String queue, String id) {
        return new FailedJob(queue, id, "send", 1, NOW, "timeout", null, false, false, "{}");
    }
}
