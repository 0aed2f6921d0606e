package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.redisson.Redisson;
import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;
import org.redisson.client.protocol.RedisStrictCommand;
import org.redisson.client.protocol.convertor.VoidReplayConvertor;
import org.redisson.command.CommandAsyncExecutor;
import org.redisson.api.stream.StreamMessageId;

import dev.callboard.redis.RedisConnection;

/** A queue of its own for each test, and a look at its keys past everything that the product reads them with. */
final class TestQueue {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final RedisConnection redis;
    final JobQueue queue;
    private final String start;

    TestQueue(RedisConnection redis) {
        this.redis = redis;
        String name = "q" + NUMBERS.incrementAndGet();
        this.queue = new JobQueue(redis, "bull", name);
        this.start = "bull:" + name + ":";
    }

    String key(String suffix) {
        return start + suffix;
    }

    int port() {
        String node = redis.address().nodes().getFirst();
        return Integer.parseInt(node.substring(node.lastIndexOf(':') + 1));
    }

    /** Any command, by its words. */
    Object command(String... words) {
        String call = "return redis.call(unpack(ARGV))";
        return redis.client().getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE, call,
                RScript.ReturnType.LIST, List.of(), (Object[]) words);
    }

    Map<String, String> hash(String suffix) {
        return redis.client().<String, String>getMap(key(suffix), StringCodec.INSTANCE).readAllMap();
    }

    void put(String suffix, String field, String value) {
        redis.client().<String, String>getMap(key(suffix), StringCodec.INSTANCE).put(field, value);
    }

    List<String> list(String suffix) {
        return redis.client().<String>getList(key(suffix), StringCodec.INSTANCE).readAll();
    }

    /** Ids with their scores, lowest first. */
    Map<String, Double> set(String suffix) {
        Map<String, Double> entries = new LinkedHashMap<>();
        redis.client().<String>getScoredSortedSet(key(suffix), StringCodec.INSTANCE).entryRange(0, -1)
                .forEach(entry -> entries.put(entry.getValue(), entry.getScore()));
        return entries;
    }

    String text(String suffix) {
        return redis.client().<String>getBucket(key(suffix), StringCodec.INSTANCE).get();
    }

    /** What Redis calls the kind of value under that key. */
    String type(String suffix) {
        String call = "return redis.call('TYPE', KEYS[1]).ok";
        return redis.client().getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_ONLY, call,
                RScript.ReturnType.STRING, List.of(key(suffix)));
    }

    boolean exists(String suffix) {
        return redis.client().getKeys().countExists(key(suffix)) == 1;
    }

    /** The whole event stream; times in it are left out. */
    List<String> events() {
        List<String> events = new ArrayList<>();
        redis.client().<String, String>getStream(key("events"), StringCodec.INSTANCE)
                .range(StreamMessageId.MIN, StreamMessageId.MAX).values().forEach(fields -> {
                    StringBuilder line = new StringBuilder(fields.get("event"));
                    fields.forEach((field, value) -> {
                        if (!field.equals("event") && !field.equals("delay")) {
                            line.append(' ').append(field).append('=').append(value);
                        }
                    });
                    events.add(line.toString());
                });
        return events;
    }

    void forgetEvents() {
        redis.client().getKeys().delete(key("events"));
    }

    /** Changes the server's users. */
    static void acl(TestQueue test, String... words) {
        CommandAsyncExecutor commands = ((Redisson) test.redis.client()).getCommandExecutor();
        commands.readAllAsync(StringCodec.INSTANCE, new RedisStrictCommand<Void>("ACL", new VoidReplayConvertor()),
                (Object[]) words).forEach(commands::get);
    }

    /** A job straight in the failed set, as any worker would leave it. */
    void failed(String id, String name, String data, String error, long at) {
        command("HSET", key(id), "name", name, "data", data, "opts", "{\"attempts\":1}", "timestamp",
                String.valueOf(at - 1000), "delay", "0", "priority", "0", "atm", "1", "ats", "1", "failedReason", error,
                "stacktrace", "[\"Error: " + error + "\"]", "finishedOn", String.valueOf(at));
        command("ZADD", key("failed"), String.valueOf(at), id);
        command("HSETNX", key("meta"), "opts.maxLenEvents", "10000");
    }

    static NewJob job(String data) {
        return NewJob.of("paint", null, data, JobOptions.DEFAULT);
    }
}
