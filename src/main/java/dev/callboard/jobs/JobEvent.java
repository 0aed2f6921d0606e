package dev.callboard.jobs;

import java.util.Map;

/**
 * What the event stream says happened.
 *
 * @param id place in the stream, {@code ms-number}
 * @param kind for example {@code added}, {@code completed}, or what a producer made up
 * @param jobId null for events about the queue
 * @param fields everything else that it says
 */
public record JobEvent(String id, String kind, String jobId, Map<String, String> fields) {}
