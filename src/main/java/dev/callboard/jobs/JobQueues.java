package dev.callboard.jobs;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.redisson.api.options.KeysScanOptions;
import org.redisson.client.RedisException;

import dev.callboard.redis.RedisConnection;

/** Finds the queues of a Redis, whoever made them. */
public final class JobQueues {
    private static final int KEYS_PER_STEP = 1000;

    private final JobScripts scripts;

    public JobQueues(RedisConnection redis) {
        this.scripts = new JobScripts(redis);
    }

    /** The queue of that name; it need not exist. Cheaper than a new one when many are asked for. */
    public JobQueue queue(String prefix, String name) {
        return new JobQueue(scripts, new QueueKeys(prefix, name));
    }

    /** Every queue under the prefix, by name. Looks through the keys in steps and never blocks Redis. */
    public List<QueueOverview> discover(String prefix) {
        Optional<List<List<String>>> connections = new WorkerPresence(scripts.redis()).namesByServer();
        return names(prefix).stream().map(name -> new QueueKeys(prefix, name))
                .filter(keys -> new JobReader(scripts, keys).exists())
                .map(keys -> new JobReader(scripts, keys).overview(
                        connections.map(servers -> WorkerPresence.most(servers, keys)).orElse(null)))
                .toList();
    }

    /** The names alone, of whatever has a queue's keys. Looks through the keys as {@link #discover} does. */
    public SortedSet<String> names(String prefix) {
        String start = prefix + ":";
        String end = ":meta";
        TreeSet<String> names = new TreeSet<>();
        try {
            for (String key : scripts.redis().client().getKeys().getKeys(
                    KeysScanOptions.defaults().pattern(literal(start) + "*" + end).chunkSize(KEYS_PER_STEP))) {
                if (key.length() > start.length() + end.length()) {
                    String name = key.substring(start.length(), key.length() - end.length());
                    if (name.indexOf(':') < 0) {
                        names.add(name);
                    }
                }
            }
        } catch (RedisException failure) {
            throw scripts.redis().unavailable(failure);
        }
        return names;
    }

    private static String literal(String text) {
        return text.replaceAll("[\\\\*?\\[\\]]", "\\\\$0");
    }
}
