package dev.callboard.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** How long people ask again where no answer comes. */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Patience() {}

    /** Asks until there is an answer, or for as long as anybody would. */
    static <T> Optional<T> ask(Supplier<Optional<T>> question) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Optional<T> answer = question.get();
        while (answer.isEmpty() && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(100_000_000);
            answer = question.get();
        }
        return answer;
    }
}
