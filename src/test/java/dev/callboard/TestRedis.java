package dev.callboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.callboard.embedded.FreePort;
import dev.callboard.embedded.RedisServer;
import dev.callboard.embedded.ServerPrograms;
import dev.callboard.redis.RedisAddress;

/** A throw-away Redis for one test or test class. */
public final class TestRedis implements AutoCloseable {
    private static final List<String> USERS = List.of("user default on nopass ~* &* +@all");

    private final RedisServer server;
    private final int port;

    private TestRedis(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static TestRedis start(ServerPrograms programs, Path folder) throws IOException {
        TestRedis redis = new TestRedis(new RedisServer(programs, folder, null, null), FreePort.any());
        redis.server.start(redis.port, USERS);
        return redis;
    }

    /** The default user, who may do everything. */
    public RedisAddress address() {
        return RedisAddress.parse("redis://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** Ends it as a crash would; what it had written to its append-only file remains. */
    public void kill9() {
        run(server::kill);
    }

    /** Keeps its connections and answers nobody for a minute. */
    public void pause() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("CLIENT PAUSE 60000\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[5];
            if (socket.getInputStream().readNBytes(answer, 0, answer.length) < answer.length || answer[0] != '+') {
                throw new IllegalStateException(
                        "Redis does not pause: " + new String(answer, StandardCharsets.US_ASCII));
            }
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /** Starts it again on the same port with the same files. */
    public void restart() {
        run(() -> {
            if (server.runs(port)) {
                server.stop(port);
            }
            server.start(port, USERS);
        });
    }

    /** Stops it in good order; its files remain. */
    public void stop() {
        run(() -> server.stop(port));
    }

    /** Loses every key, as FLUSHALL does. */
    public void flush() {
        run(() -> server.flush(port));
    }

    @Override
    public void close() {
        if (server.runs(port)) {
            kill9();
        }
    }

    static void stopAllIn(Path home) throws IOException {
        try (Stream<Path> folders = Files.list(home)) {
            for (Path folder : folders.filter(path -> path.getFileName().toString().startsWith("redis-")).toList()) {
                new RedisServer(TestServers.programs(), folder, null, null).kill();
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void run(Action action) {
        try {
            action.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Action {
        void run() throws IOException;
    }
}
