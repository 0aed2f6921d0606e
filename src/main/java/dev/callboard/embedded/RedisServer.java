package dev.callboard.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.callboard.redis.RedisAddress;
import dev.callboard.redis.RedisTalk;

/**
 * One Redis of a folder: started detached, found again, stopped. It listens on 127.0.0.1 alone, keeps an append-only
 * file, and evicts nothing.
 */
public final class RedisServer {
    private static final Duration ANSWERING = Duration.ofSeconds(2);
    private static final Duration LISTENING = Duration.ofSeconds(5);
    private static final Duration LOADING = Duration.ofMinutes(2);
    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final ServerPrograms programs;
    private final Path folder;
    private final String owner;
    private final String password;

    /**
     * @param folder where its files are or will be
     * @param owner ACL user who may stop it, or null for the default user without a password
     */
    public RedisServer(ServerPrograms programs, Path folder, String owner, String password) {
        this.programs = programs;
        this.folder = folder.toAbsolutePath().normalize();
        this.owner = owner;
        this.password = password;
    }

    /** True when our server, and no stranger, answers on this port. */
    public boolean runs(int port) {
        return answer(port).equals("+PONG");
    }

    /**
     * Starts the server and waits until it has loaded its data.
     *
     * @param users lines of an ACL file
     */
    public void start(int port, List<String> users) throws IOException {
        Files.createDirectories(folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        write("users.acl", String.join("\n", users) + "\n");
        write("redis.conf", """
                bind 127.0.0.1
                port %d
                daemonize yes
                dir "%s"
                pidfile "%s/redis.pid"
                logfile "%s/redis.log"
                aclfile "%s/users.acl"
                appendonly yes
                save ""
                maxmemory-policy noeviction
                """.formatted(port, quoted(), quoted(), quoted(), quoted()));
        ServerProcess.freshLog(folder.resolve("redis.log"));
        ServerProcess.run(List.of(programs.redis().toString(), folder.resolve("redis.conf").toString()),
                folder.resolve("control.log"));
        if (!ServerProcess.await(LISTENING, () -> !answer(port).isEmpty())
                || !ServerProcess.await(LOADING, () -> !answer(port).startsWith("-LOADING")) || !runs(port)) {
            throw new IOException("Redis did not start on port " + port + "; see " + folder.resolve("redis.log"));
        }
    }

    /** Stops the server, its data safe on disk. */
    public void stop(int port) throws IOException {
        try (RedisTalk talk = talk(port)) {
            talk.ask("SHUTDOWN");
        }
        if (!ServerProcess.await(STOPPING, () -> process().isEmpty())) {
            throw new IOException("Redis did not stop; see " + folder.resolve("redis.log"));
        }
    }

    /** Loses every key. */
    public void flush(int port) throws IOException {
        try (RedisTalk talk = talk(port)) {
            talk.ask("FLUSHALL");
        }
    }

    /** Ends the server, if it runs, as a crash would. */
    public void kill() throws IOException {
        Optional<ProcessHandle> server = process();
        if (server.isPresent()) {
            server.get().destroyForcibly();
            ServerProcess.await(STOPPING, () -> process().isEmpty());
        }
    }

    private Optional<ProcessHandle> process() {
        try {
            return ServerProcess.find(Long.parseLong(Files.readString(folder.resolve("redis.pid")).strip()),
                    "redis-server");
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    private String answer(int port) {
        try (RedisTalk talk = talk(port)) {
            return talk.ask("PING");
        } catch (IOException silent) {
            return "";
        }
    }

    private RedisTalk talk(int port) throws IOException {
        return new RedisTalk(new RedisAddress(RedisAddress.Kind.SINGLE, List.of("redis://127.0.0.1:" + port), null,
                owner, password, 0), ANSWERING);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.createFile(file,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    private String quoted() {
        return folder.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
