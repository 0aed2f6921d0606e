package dev.callboard.sample;

import java.util.List;
import java.util.SortedMap;

/**
 * What a replay of calls came to, read from the events of the tickets.
 *
 * @param tickets joined in all
 * @param queues that had at least one
 * @param perQueue by date and kind of service
 * @param rejectedLines numbers of the file's lines that cannot be read, from 1
 */
public record CallsReport(int tickets, int queues, SortedMap<String, QueueResult> perQueue,
        List<Integer> rejectedLines) {

    /**
     * One queue's day.
     *
     * @param maxWaiting the most that waited at the end of any moment
     */
    public record QueueResult(int tickets, int served, int abandoned, int maxWaiting) {}
}
