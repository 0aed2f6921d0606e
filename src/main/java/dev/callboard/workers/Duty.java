package dev.callboard.workers;

import java.time.Duration;

/** Something that must be done again and again, whether or not anybody asks. */
public interface Duty {

    /** Short name for logs and the status bar. */
    String name();

    /** Pause between two rounds that found nothing more to do. */
    Duration every();

    /**
     * Does one bounded round.
     *
     * @return true where more is waiting already
     */
    boolean runOnce();

    /** A duty from its parts. */
    static Duty of(String name, Duration every, java.util.function.BooleanSupplier round) {
        return new Duty() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return every;
            }

            @Override
            public boolean runOnce() {
                return round.getAsBoolean();
            }
        };
    }
}
