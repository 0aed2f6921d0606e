package dev.callboard.triage;

/**
 * How many jobs of a run ended how.
 *
 * @param done the action took effect
 * @param moved the order or job was no longer as the person saw it
 * @param gone there was neither a job nor evidence of one
 * @param refused a rule forbade it
 * @param canaryRefused how many of the first few were refused
 */
public record RunTally(int total, int done, int moved, int gone, int refused, int canaryRefused) {
    private static final int LOOKED_AT = 10;

    /** How many have a result. */
    public int finished() {
        return done + moved + gone + refused;
    }

    public int open() {
        return total - finished();
    }

    /** More than one in ten is refused: of those that have a result, once there are ten or no more are to come. */
    public boolean isRefusedTooOften() {
        return refused * LOOKED_AT > Math.max(finished(), Math.min(total, LOOKED_AT));
    }
}
