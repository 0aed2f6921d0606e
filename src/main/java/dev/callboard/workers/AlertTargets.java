package dev.callboard.workers;

/**
 * Who is told, beside the console, of an order that failed for good.
 *
 * @param email of a person, or null
 * @param webhook true where another program is told at its address
 */
public record AlertTargets(String email, boolean webhook) {

    /** Nobody but the console. */
    public static AlertTargets none() {
        return new AlertTargets(null, false);
    }
}
