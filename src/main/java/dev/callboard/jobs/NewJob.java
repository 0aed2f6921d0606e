package dev.callboard.jobs;

import java.util.Map;

/**
 * A job to be added.
 *
 * @param name what kind of work it is
 * @param id its own id, or null to be numbered by the queue; adding an id that is there already changes nothing
 * @param dataJson its data, JSON text, stored byte for byte
 * @param fields further fields of the stored hash, by name
 */
public record NewJob(String name, String id, String dataJson, JobOptions options, Map<String, String> fields) {

    public NewJob {
        fields = Map.copyOf(fields);
    }

    /** A job without further fields. */
    public static NewJob of(String name, String id, String dataJson, JobOptions options) {
        return new NewJob(name, id, dataJson, options, Map.of());
    }
}
