package dev.callboard.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One Postgres cluster in a folder: made, started detached, found again, stopped. It listens on 127.0.0.1 alone and
 * asks every login for its password.
 */
public final class PostgresServer {
    /** The superuser of the cluster. */
    public static final String OWNER = "callboard_owner";
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    private final ServerPrograms programs;
    private final Path folder;
    private final Path words;

    /** @param folder where the cluster is or will be; its parent must exist */
    public PostgresServer(ServerPrograms programs, Path folder) {
        this.programs = programs;
        this.folder = folder.toAbsolutePath().normalize();
        this.words = this.folder.resolveSibling(folder.getFileName() + "-control.log");
    }

    /** True when the cluster has been made, whole: one half made by a crash has another name. */
    public boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /** Makes the cluster, or nothing. */
    public void create(String ownerPassword) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + "-unfinished");
        ServerPrograms.delete(unfinished);
        Path secret = Files.createTempFile(folder.getParent(), "owner", ".txt",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(secret, ownerPassword);
            List<String> command = program(programs.postgres(), "initdb");
            command.addAll(List.of("-D", unfinished.toString(), "-U", OWNER, "--pwfile=" + secret,
                    "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"));
            ServerProcess.run(command, words);
        } finally {
            Files.delete(secret);
        }
        ServerPrograms.delete(folder);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The port of the running server, if it runs and takes connections. */
    public OptionalInt runningPort() {
        List<String> lines = pidFile();
        return process().isPresent() && lines.size() >= 8 && lines.get(7).strip().equals("ready")
                ? OptionalInt.of(Integer.parseInt(lines.get(3).strip()))
                : OptionalInt.empty();
    }

    /**
     * Starts the server and waits until it takes connections; what a crash left behind is cleared away first.
     *
     * @param settings of postgresql.conf, for this start
     */
    public void start(int port, Map<String, String> settings) throws IOException {
        if (process().isEmpty()) {
            Files.deleteIfExists(folder.resolve("postmaster.pid"));
        }
        StringBuilder options = new StringBuilder(
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC");
        settings.forEach((name, value) -> options.append(" -c ").append(name).append('=').append(value));
        Path log = ServerProcess.freshLog(folder.resolveSibling(folder.getFileName() + ".log"));
        List<String> command = program(programs.postgres(), "pg_ctl");
        command.addAll(List.of("start", "-w", "-s", "-D", folder.toString(), "-l", log.toString(), "-o",
                options.toString()));
        try {
            ServerProcess.run(command, words);
        } catch (IOException failure) {
            // children of a killed server may hold its memory for a moment longer
            if (!Files.exists(log) || !Files.readString(log).contains("pre-existing shared memory block")
                    || !ServerProcess.await(RECOVERY, () -> !leftoverChildren())) {
                throw failure;
            }
            ServerProcess.run(command, words);
        }
    }

    /**
     * Stops the server, if it runs.
     *
     * @param gently false leaves recovery to the next start
     */
    public void stop(boolean gently) throws IOException {
        Optional<ProcessHandle> server = process();
        if (server.isPresent()) {
            Path home = Path.of(server.get().info().command().orElseThrow()).getParent().getParent();
            List<String> command = program(home, "pg_ctl");
            command.addAll(List.of("stop", "-w", "-s", "-D", folder.toString(), "-m", gently ? "fast" : "immediate"));
            ServerProcess.run(command, words);
        }
    }

    private Optional<ProcessHandle> process() {
        List<String> lines = pidFile();
        return lines.isEmpty()
                ? Optional.empty()
                : ServerProcess.find(Math.abs(Long.parseLong(lines.getFirst().strip())), folder.toString());
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(folder.resolve("postmaster.pid"));
        } catch (IOException absent) {
            return List.of();
        }
    }

    private boolean leftoverChildren() {
        return ProcessHandle.allProcesses().anyMatch(process -> process.info().command().orElse("")
                .endsWith("/bin/postgres") && workingFolder(process).equals(folder));
    }

    static Path workingFolder(ProcessHandle process) {
        try {
            return Path.of("/proc", String.valueOf(process.pid()), "cwd").toRealPath();
        } catch (IOException gone) {
            return Path.of("/");
        }
    }

    /** Postgres refuses to run as root; in a user namespace of its own it keeps root's files and none of its power. */
    private static List<String> program(Path home, String name) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user", "--"));
        }
        command.add(home.resolve("bin").resolve(name).toString());
        return command;
    }
}
