package dev.callboard.board;

import java.util.List;

import dev.callboard.tickets.Queue;

/**
 * The board at one moment, ready to be drawn; equal views look the same.
 *
 * @param kind what stands in the middle
 * @param clock hours and minutes, or empty while the time is unknown
 * @param date the day
 * @param bands the called block, the newest last
 * @param rows the calls before, the newest first
 * @param tiles queues and who waits, those of the present page
 * @param page for example "1 of 2", or empty where there is one page
 * @param secondsBehind how old all this is while it is stale, else -1
 * @param asOf hours and minutes of the newest read
 * @param note what the middle says where there are no calls
 */
record BoardView(Kind kind, String clock, String date, List<Call> bands, List<Call> rows, List<Queue> tiles,
        String page, long secondsBehind, String asOf, String note) {

    /** What stands in the middle. */
    enum Kind {
        STARTING, UNREACHABLE, EMPTY, CLOSED, CALLS
    }

    /**
     * One call.
     *
     * @param inverted in the swapped half of a pulse
     * @param withdrawn taken back: the visitor is asked to wait
     */
    record Call(String code, CounterWords counter, boolean inverted, boolean withdrawn) {}

    boolean isStale() {
        return secondsBehind >= 0;
    }
}
