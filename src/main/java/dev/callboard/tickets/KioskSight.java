package dev.callboard.tickets;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a kiosk looks at, of one moment.
 *
 * @param asOf the database's time of that moment
 * @param queues every queue, by code
 * @param medianService of the tickets completed in the present business day, by queue; none where there are none
 * @param openCounters counters that somebody is at
 * @param opensLater queues that are closed now and open later today, with that time by the shop's clock
 */
public record KioskSight(Instant asOf, List<Queue> queues, Map<String, Duration> medianService, int openCounters,
        Map<String, LocalTime> opensLater) {

    /** What to tell somebody who has so many people before them in that queue. */
    public Optional<QuotedWait> wait(String queue, int ahead) {
        return QuotedWait.of(ahead, medianService.get(queue), openCounters);
    }

    /**
     * The queue of that code.
     *
     * @throws java.util.NoSuchElementException where there is none
     */
    public Queue queue(String code) {
        return queues.stream().filter(queue -> queue.code().equals(code)).findFirst().orElseThrow();
    }

    /** Queues on offer: all but those that are closed for the rest of the day. */
    public List<Queue> services() {
        return queues.stream()
                .filter(queue -> queue.state() != QueueState.CLOSED || opensLater.containsKey(queue.code())).toList();
    }

    /** True where every queue is closed. */
    public boolean isShopClosed() {
        return queues.stream().allMatch(queue -> queue.state() == QueueState.CLOSED);
    }
}
