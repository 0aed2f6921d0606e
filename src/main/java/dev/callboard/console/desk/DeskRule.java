package dev.callboard.console.desk;

import java.time.Duration;
import java.util.List;

/**
 * What the shop decided about counters.
 *
 * @param counter this console's counter
 * @param queues codes of the queues served there; empty for every queue
 * @param target the wait that is aimed for
 * @param limit the wait that is too long
 * @param undo how long an act can be undone
 * @param recalls recalls before a no-show is plain
 * @param noShowAfter time since the call before a no-show is plain
 * @param hold how long a hold lasts unless said otherwise
 */
public record DeskRule(String counter, List<String> queues, Duration target, Duration limit, Duration undo,
        int recalls, Duration noShowAfter, Duration hold) {}
