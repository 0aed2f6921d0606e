package dev.callboard.jobs;

import java.util.Set;
import java.util.regex.Pattern;

import dev.callboard.refusals.Refusal;

/** Which ids a producer may give. A job's key stands among the queue's own keys, so some words would be swallowed. */
final class JobIds {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9]\\d*");
    private static final Set<String> RESERVED = Set.of("meta", "id", "wait", "paused", "active", "prioritized", "pc",
            "delayed", "waiting-children", "completed", "failed", "stalled", "stalled-check", "limiter", "marker",
            "events", "repeat", "metrics", "priority", "delay", "de", "dn");
    /** First part of an id that would be the name of something else of the queue. */
    private static final Pattern ANOTHER_KEY = Pattern.compile("(metrics|de|dn|0|repeat):.*");

    private JobIds() {}

    /** @throws Refusal {@code invalid} where BullMQ would refuse the id, number it anew, or lose the job */
    static void check(String id) {
        long colons = id.chars().filter(letter -> letter == ':').count();
        if (id.isBlank() || RESERVED.contains(id) || WHOLE_NUMBER.matcher(id).matches()
                || ANOTHER_KEY.matcher(id).matches()
                || colons != 0 && colons != 2) {
            throw Refusal.invalid("A job cannot have the id " + Refusal.shortened(id) + ".");
        }
    }
}
