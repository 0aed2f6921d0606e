package dev.callboard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.callboard.TestServers;
import dev.callboard.redis.RedisAddress;
import dev.callboard.redis.RedisTalk;

/** A Redis as its settings make it: a node of a cluster, a sentinel. */
public final class BareRedis implements AutoCloseable {
    private final Process process;
    private final int port;

    /** @param settings lines of its configuration */
    public BareRedis(List<String> settings, String... arguments) {
        try {
            port = settings.contains("cluster-enabled yes") ? clusterPort() : FreePort.any();
            Path folder = Files.createTempDirectory("callboard-redis");
            Path file = folder.resolve("redis.conf");
            Files.write(file, settings);
            Files.writeString(file, "bind 127.0.0.1\nport " + port + "\ndir " + folder + "\n",
                    java.nio.file.StandardOpenOption.APPEND);
            List<String> command = new java.util.ArrayList<>(List.of(
                    new ServerPrograms(TestServers.programFolder()).redis().toString(), file.toString()));
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile()).start();
            if (!ServerProcess.await(Duration.ofSeconds(5), () -> !ask("PING").isEmpty())) {
                throw new IOException(Files.readString(folder.resolve("redis.log")));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One with room for the port of the cluster's own talk, which is 10000 above. */
    private static int clusterPort() throws IOException {
        int port = FreePort.any();
        while (port > 65_535 - 10_000) {
            port = FreePort.any();
        }
        return port;
    }

    public int port() {
        return port;
    }

    /** The first line of the answer, or an empty text where nobody answers. */
    public String ask(String... words) {
        try (RedisTalk talk = new RedisTalk(RedisAddress.parse("redis://127.0.0.1:" + port), Duration.ofSeconds(2))) {
            return talk.ask(words);
        } catch (IOException silent) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
