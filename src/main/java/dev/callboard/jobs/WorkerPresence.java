package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.redisson.Redisson;
import org.redisson.client.RedisException;
import org.redisson.client.protocol.RedisCommands;
import org.redisson.command.CommandAsyncExecutor;

import dev.callboard.redis.RedisConnection;

/** Who is connected as a worker: workers are known by the names of their connections and by nothing in the keys. */
final class WorkerPresence {
    private final RedisConnection redis;

    WorkerPresence(RedisConnection redis) {
        this.redis = redis;
    }

    /** Workers of the queue, or null where Redis does not let us ask. */
    Integer countIn(QueueKeys keys) {
        return names().map(names -> (int) names.stream().filter(keys::isWorker).count()).orElse(null);
    }

    /** The names of all connections, or empty where Redis forbids the question. */
    Optional<List<String>> names() {
        CommandAsyncExecutor commands = ((Redisson) redis.client()).getCommandExecutor();
        List<CompletableFuture<List<String>>> servers = commands.readAllAsync(
                org.redisson.client.codec.StringCodec.INSTANCE, RedisCommands.CLIENT_LIST);
        try {
            List<String> names = new ArrayList<>();
            for (CompletableFuture<List<String>> server : servers) {
                commands.get(server).stream().flatMap(WorkerPresence::nameIn).forEach(names::add);
            }
            return Optional.of(names);
        } catch (RedisException forbidden) {
            return Optional.empty();
        }
    }

    private static Stream<String> nameIn(String line) {
        return Stream.of(line.split(" ")).filter(part -> part.startsWith("name=") && part.length() > 5)
                .map(part -> part.substring(5));
    }
}
