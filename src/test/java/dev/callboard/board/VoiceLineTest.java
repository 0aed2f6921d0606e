package dev.callboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.parts.Texts;
import dev.callboard.tickets.BoardCall;
import dev.callboard.tickets.CallStatus;

/** Calls are said one after another, each to its end. */
class VoiceLineTest {
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    @Test
    @Tag("L04")
    void neverCutsACallOffAndKeepsTheOrder() {
        try (VoiceLine line = new VoiceLine(() -> happened.add("chime"), Optional.of(this::say),
                new Texts(Locale.UK))) {
            line.announce(call(42), () -> happened.add("spoken 42"));
            line.announce(call(43), () -> happened.add("spoken 43"));
            line.announce(call(44), () -> happened.add("spoken 44"));
            line.withdraw(call(43));
            await("begin A 42, please go to Counter 3.");
            assertThat(happened).containsExactly("chime", "begin A 42, please go to Counter 3.");
            firstMayEnd.countDown();
            await("spoken 44");
        }
        assertThat(happened).containsExactly("chime", "begin A 42, please go to Counter 3.", "end", "spoken 42",
                "chime", "begin A 44, please go to Counter 3.", "end", "spoken 44");
    }

    @Test
    @Tag("L04")
    void aCallTakenBackAfterItsWordsChangesNothingForTheNext() {
        firstMayEnd.countDown();
        try (VoiceLine line = new VoiceLine(() -> {}, Optional.of(this::say), new Texts(Locale.UK))) {
            line.announce(call(42), () -> happened.add("spoken 42"));
            await("spoken 42");
            line.withdraw(call(42));
            line.announce(call(42), () -> happened.add("spoken again"));
            await("spoken again");
        }
    }

    private boolean say(String words) {
        happened.add("begin " + words);
        try {
            firstMayEnd.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        happened.add("end");
        return true;
    }

    private void await(String word) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> happened.contains(word));
    }

    private static BoardCall call(int number) {
        Instant at = Instant.parse("2026-11-20T13:00:00Z");
        return new BoardCall(number, UUID.randomUUID(), "A", "A", number, "Counter 3", at, number, at, null,
                CallStatus.CALLED);
    }
}
