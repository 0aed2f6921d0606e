package dev.callboard.console.orders;

/**
 * Where the states of a path stand: in one line as long as there is room, else in as few as will do, equally far apart.
 *
 * @param perLine states in each line but the last
 * @param lines from 1
 * @param pitch from one state to the next, in pixels
 */
record TrackLayout(int perLine, int lines, double pitch) {
    static final double FIRST = 81;
    private static final double WIDEST = 141;
    /** The names of two states that may follow each other do not touch yet. */
    private static final double NARROWEST = 104;

    /**
     * @param states how many
     * @param width what there is, in pixels
     * @param tail what stands behind the last state, from its middle, in pixels
     */
    static TrackLayout of(int states, double width, double tail) {
        for (int lines = 1; lines < states; lines++) {
            int perLine = (states + lines - 1) / lines;
            int last = states - (lines - 1) * perLine;
            double pitch = Math.min(fits(perLine, width - 2 * FIRST), fits(last, width - FIRST - tail));
            if (last > 0 && pitch >= NARROWEST) {
                return new TrackLayout(perLine, lines, pitch);
            }
        }
        return new TrackLayout(1, Math.max(1, states), WIDEST);
    }

    private static double fits(int states, double room) {
        return states < 2 ? WIDEST : Math.min(WIDEST, room / (states - 1));
    }

    double x(int index) {
        return FIRST + index % perLine * pitch;
    }

    int line(int index) {
        return index / perLine;
    }
}
