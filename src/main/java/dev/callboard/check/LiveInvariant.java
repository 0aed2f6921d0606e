package dev.callboard.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An invariant between two stores, which no single snapshot can show: a violation counts only if it is seen at each of
 * several looks.
 *
 * @param look what is wrong just now: one readable line by the name of what it is about
 */
record LiveInvariant(String name, Supplier<Map<String, String>> look) implements Invariant {
    private static final int LOOKS = 4;
    private static final Duration BETWEEN = Duration.ofMillis(150);

    @Override
    public CheckResult examine() {
        Map<String, String> lasting = new TreeMap<>(look.get());
        for (int i = 1; i < LOOKS && !lasting.isEmpty(); i++) {
            pause();
            lasting.keySet().retainAll(look.get().keySet());
        }
        return CheckResult.of(name, List.copyOf(lasting.values()));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was stopped.", stopped);
        }
    }
}
