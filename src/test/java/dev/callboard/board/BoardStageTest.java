package dev.callboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.tickets.BoardCall;
import dev.callboard.tickets.CallStatus;

/** Where calls stand on the board, by a clock that only the test moves. */
class BoardStageTest {
    private static final Instant START = Instant.parse("2026-11-20T13:00:00Z");
    private final BoardStage stage = new BoardStage();
    private final List<BoardCall> calls = new ArrayList<>();
    private final List<String> aloud = new ArrayList<>();
    private Instant now = START;

    @Test
    @Tag("L04")
    void twoCallsOfTheSameSecondAreBothShownAndSpokenInOrder() {
        call(1);
        call(2);
        read();
        assertThat(aloud).containsExactly("A-001", "A-002");
        assertThat(block()).containsExactly("A-001");
        pass(5_900);
        assertThat(block()).containsExactly("A-001");
        pass(100);
        assertThat(block()).containsExactly("A-002");
        assertThat(rows()).containsExactly("A-001");
    }

    @Test
    @Tag("L04")
    void aBurstSplitsTheBlockIntoTwoThenThreeBandsAndShowsEveryCall() {
        IntStream.rangeClosed(1, 3).forEach(this::call);
        read();
        assertThat(block()).containsExactly("A-001", "A-002");
        IntStream.rangeClosed(4, 7).forEach(this::call);
        read();
        assertThat(block()).hasSize(3);
        List<String> seen = new ArrayList<>(block());
        for (int second = 0; second < 30; second++) {
            pass(1_000);
            block().stream().filter(code -> !seen.contains(code)).forEach(seen::add);
        }
        assertThat(seen).containsExactly("A-001", "A-002", "A-003", "A-004", "A-005", "A-006", "A-007");
        assertThat(block()).containsExactly("A-007");
        assertThat(aloud).hasSize(7);
    }

    @Test
    void pulsesThreeTimesAtTwoHertzAndThenStandsStill() {
        call(1);
        read();
        List<Boolean> inverted = new ArrayList<>();
        for (int step = 0; step < 20; step++) {
            inverted.add(stage.bands().getFirst().isInverted(now));
            pass(125);
        }
        assertThat(IntStream.range(1, 20).filter(step -> inverted.get(step - 1) && !inverted.get(step)).count())
                .isEqualTo(3);
        assertThat(inverted.subList(12, 20)).containsOnly(false);
    }

    @Test
    @Tag("L04")
    void callsMissedInAnOutageAreListedInSilence() {
        call(1);
        read();
        now = now.plusSeconds(10);
        call(2);
        now = now.plusSeconds(20);
        call(3);
        now = now.plusSeconds(25);
        call(4);
        now = now.plusSeconds(10);
        read();
        assertThat(aloud).containsExactly("A-001", "A-004");
        assertThat(block()).containsExactly("A-004");
        assertThat(stage.bands().getFirst().isInverted(now)).isTrue();
        assertThat(rows()).containsExactly("A-003", "A-002", "A-001");
    }

    @Test
    void aRecallPulsesAgainInItsPlaceWithoutANewRow() {
        call(1);
        read();
        pass(7_000);
        call(2);
        read();
        pass(7_000);
        recall(0, 90);
        read();
        assertThat(aloud).containsExactly("A-001", "A-002", "A-001");
        assertThat(rows()).containsExactly("A-001");
        assertThat(stage.rows().getFirst().isInverted(now)).isTrue();
        assertThat(stage.bands().getFirst().isInverted(now)).isFalse();
    }

    @Test
    @Tag("T17")
    void anUndoneCallSaysPleaseWaitForTenSecondsAndLeaves() {
        call(1);
        read();
        pass(7_000);
        change(0, CallStatus.WITHDRAWN);
        read();
        assertThat(stage.bands().getFirst().isWithdrawn()).isTrue();
        pass(9_900);
        assertThat(block()).containsExactly("A-001");
        pass(100);
        assertThat(block()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    void aCallTakenBackBeforeItsTurnIsNeverShown() {
        call(1);
        call(2);
        read();
        change(1, CallStatus.WITHDRAWN);
        read();
        pass(7_000);
        assertThat(block()).containsExactly("A-001");
    }

    @Test
    void aRowStaysAMinuteAndUntilTheServiceStarts() {
        for (int number = 1; number <= 7; number++) {
            call(number);
            read();
            pass(7_000);
        }
        assertThat(rows()).as("nobody has come").hasSize(6);
        change(0, CallStatus.ANSWERED);
        read();
        assertThat(rows()).as("came, but not shown for a minute").contains("A-001");
        pass(60_000);
        assertThat(rows()).containsExactly("A-006", "A-005", "A-004", "A-003", "A-002");
    }

    @Test
    void aTicketThatWentElsewhereIsNoLongerListed() {
        call(1);
        read();
        pass(7_000);
        call(2);
        read();
        change(0, CallStatus.GONE);
        read();
        assertThat(rows()).isEmpty();
    }

    private void call(int number) {
        calls.add(new BoardCall(number, UUID.randomUUID(), "A", "A", number, "Counter 3", now, number, now, null,
                CallStatus.CALLED));
    }

    private void recall(int index, long event) {
        BoardCall call = calls.get(index);
        calls.set(index, new BoardCall(call.id(), call.ticketId(), call.queue(), call.origin(), call.number(),
                call.counter(), call.at(), event, now, null, CallStatus.CALLED));
    }

    private void change(int index, CallStatus status) {
        BoardCall call = calls.get(index);
        calls.set(index, new BoardCall(call.id(), call.ticketId(), call.queue(), call.origin(), call.number(),
                call.counter(), call.at(), call.announced(), call.announcedAt(), now, status));
    }

    private void read() {
        stage.accept(calls, now).forEach(call -> aloud.add(call.code()));
    }

    private void pass(long milliseconds) {
        now = now.plus(Duration.ofMillis(milliseconds));
        stage.tick(now);
    }

    private List<String> block() {
        return stage.bands().stream().map(shown -> shown.call().code()).toList();
    }

    private List<String> rows() {
        return stage.rows().stream().map(shown -> shown.call().code()).toList();
    }
}
