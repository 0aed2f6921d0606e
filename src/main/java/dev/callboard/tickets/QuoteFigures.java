package dev.callboard.tickets;

/**
 * How well visitors were told how long they would wait, in the present business day.
 *
 * @param told called today in the queue where they were told a range
 * @param kept of those, whoever waited no longer than the range said
 */
public record QuoteFigures(int told, int kept) {

    /** Share of those told for whom the range was right, in whole percent. */
    public int percent() {
        return told == 0 ? 0 : Math.round(100f * kept / told);
    }
}
