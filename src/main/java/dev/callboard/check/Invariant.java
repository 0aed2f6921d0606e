package dev.callboard.check;

/** Something that holds at every quiet moment. */
public interface Invariant {

    /** Short and lasting, for example {@code tickets.numbers}. */
    String name();

    /** Looks for violations; changes nothing. */
    CheckResult examine();
}
