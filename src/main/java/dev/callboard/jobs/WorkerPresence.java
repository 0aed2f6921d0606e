package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.redisson.Redisson;
import org.redisson.client.RedisException;
import org.redisson.client.protocol.RedisCommands;
import org.redisson.command.CommandAsyncExecutor;

import dev.callboard.redis.RedisAddress;
import dev.callboard.redis.RedisConnection;

/** Who is connected as a worker: workers are known by the names of their connections and by nothing in the keys. */
final class WorkerPresence {
    private static final Pattern ASKING = Pattern.compile(" cmd=(cluster|ping)\\b");

    private final RedisConnection redis;

    WorkerPresence(RedisConnection redis) {
        this.redis = redis;
    }

    /** Workers of the queue, or null where Redis does not let us ask. */
    Integer countIn(QueueKeys keys) {
        return namesByServer().map(servers -> most(servers, keys)).orElse(null);
    }

    /** A worker in a cluster may be connected to several of its servers, and is one worker. */
    static int most(List<List<String>> servers, QueueKeys keys) {
        return servers.stream().mapToInt(names -> (int) names.stream().filter(keys::isWorker).count()).max().orElse(0);
    }

    /** The names of all connections to each server, or empty where Redis forbids the question. */
    Optional<List<List<String>>> namesByServer() {
        CommandAsyncExecutor commands = ((Redisson) redis.client()).getCommandExecutor();
        List<CompletableFuture<List<String>>> servers = commands.readAllAsync(
                org.redisson.client.codec.StringCodec.INSTANCE, RedisCommands.CLIENT_LIST);
        try {
            List<List<String>> names = new ArrayList<>();
            for (CompletableFuture<List<String>> server : servers) {
                names.add(names(commands.get(server)));
            }
            return Optional.of(names);
        } catch (RedisException forbidden) {
            return Optional.empty();
        }
    }

    /**
     * In a cluster ours has two connections of one name to a server: one that waits, and one that asks who has which keys.
     */
    private List<String> names(List<String> lines) {
        if (redis.address().kind() != RedisAddress.Kind.CLUSTER) {
            return lines.stream().flatMap(WorkerPresence::nameIn).toList();
        }
        List<String> names = new ArrayList<>(lines.stream().filter(line -> !ASKING.matcher(line).find())
                .flatMap(WorkerPresence::nameIn).toList());
        lines.stream().flatMap(WorkerPresence::nameIn).filter(name -> !names.contains(name)).distinct().toList()
                .forEach(names::add);
        return names;
    }

    private static Stream<String> nameIn(String line) {
        return Stream.of(line.split(" ")).filter(part -> part.startsWith("name=") && part.length() > 5)
                .map(part -> part.substring(5));
    }
}
