package dev.callboard.board;

import java.time.Duration;
import java.time.Instant;

import dev.callboard.tickets.BoardCall;
import dev.callboard.tickets.CallStatus;

/**
 * A call somewhere on the board.
 *
 * @param since when it came to its present place
 * @param pulsesFrom when its pulses began, or null for none
 */
record ShownCall(BoardCall call, Instant since, Instant pulsesFrom) {
    private static final int PULSES = 3;
    /** Half of a pulse at 2 Hz. */
    private static final Duration HALF_PULSE = Duration.ofMillis(250);

    ShownCall now(BoardCall news) {
        return new ShownCall(news, since, pulsesFrom);
    }

    ShownCall movedAt(Instant moment) {
        return new ShownCall(call, moment, pulsesFrom);
    }

    ShownCall pulsing(Instant from) {
        return new ShownCall(call, since, from);
    }

    /** True in the swapped half of a pulse. */
    boolean isInverted(Instant now) {
        if (pulsesFrom == null || isWithdrawn()) {
            return false;
        }
        long half = Duration.between(pulsesFrom, now).dividedBy(HALF_PULSE);
        return half >= 0 && half < 2 * PULSES && half % 2 == 0;
    }

    boolean isWithdrawn() {
        return call.status() == CallStatus.WITHDRAWN;
    }

    boolean isFor(Duration least, Instant now) {
        return Duration.between(since, now).compareTo(least) >= 0;
    }
}
