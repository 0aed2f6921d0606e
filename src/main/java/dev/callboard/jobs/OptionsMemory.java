package dev.callboard.jobs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stored options as read; most jobs of a queue have the same text. */
final class OptionsMemory {
    private static final int LONGEST = 512;
    private static final int MOST = 1000;

    private final Map<String, StoredOptions> known = new ConcurrentHashMap<>();

    /** @param opts JSON text as stored, or null */
    StoredOptions of(String opts) {
        if (opts == null || opts.length() > LONGEST) {
            return OptionsJson.read(opts);
        }
        StoredOptions options = known.get(opts);
        if (options == null) {
            options = OptionsJson.read(opts);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(opts, options);
        }
        return options;
    }
}
