package dev.callboard.kiosk;

import java.time.Duration;
import java.util.Optional;

import dev.callboard.settings.PinHash;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The way out of the kiosk: the staff's PIN, digit by digit; after five wrong ones a minute's pause. */
final class KioskPin {
    private static final int MOST_DIGITS = 12;
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** What came of the digits so far. */
    enum Answer {
        NONE, WRONG, PAUSED
    }

    private final Optional<PinHash> pin;
    private final KioskSurroundings around;
    private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NONE);
    private final StringBuilder digits = new StringBuilder();
    private Runnable leave = () -> {};
    private boolean trying;
    private int wrong;
    private long pausedUntil = Long.MIN_VALUE;

    KioskPin(Optional<PinHash> pin, KioskSurroundings around) {
        this.pin = pin;
        this.around = around;
    }

    boolean isThere() {
        return pin.isPresent();
    }

    void onLeave(Runnable way) {
        leave = way;
    }

    void type(char digit) {
        if (digits.length() < MOST_DIGITS && !trying) {
            digits.append(digit);
            show(Answer.NONE);
        }
    }

    void erase() {
        if (!digits.isEmpty() && !trying) {
            digits.setLength(digits.length() - 1);
            show(Answer.NONE);
        }
    }

    void clear() {
        digits.setLength(0);
        show(Answer.NONE);
    }

    /** Compares, away from the screen; leaves where it is right. */
    void enter() {
        if (trying || pin.isEmpty() || digits.isEmpty()) {
            return;
        }
        String tried = digits.toString();
        digits.setLength(0);
        if (around.clock().nanos() < pausedUntil) {
            show(Answer.PAUSED);
            return;
        }
        trying = true;
        show(Answer.NONE);
        around.background().execute(() -> {
            boolean right = pin.get().matches(tried);
            around.fx().execute(() -> tried(right));
        });
    }

    private void tried(boolean right) {
        trying = false;
        if (right) {
            wrong = 0;
            leave.run();
        } else if (++wrong % TRIES == 0) {
            pausedUntil = around.clock().nanos() + PAUSE.toNanos();
            show(Answer.PAUSED);
        } else {
            show(Answer.WRONG);
        }
    }

    private void show(Answer now) {
        length.set(digits.length());
        answer.set(now);
    }

    /** How many digits are typed. */
    ReadOnlyIntegerProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }
}
