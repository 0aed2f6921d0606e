package dev.callboard.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;
import dev.callboard.refusals.Unavailable;

/**
 * The Postgres and the Redis of one data folder, as this process uses them. Each is started when its address is first
 * asked for, unless it runs already; the last process that closes stops both.
 */
public final class EmbeddedServers implements AutoCloseable {
    private final Path folder;
    private final FolderUse use;
    private final ServerPrograms programs;
    private EmbeddedPostgres postgres;
    private EmbeddedRedis redis;
    private boolean closed;

    private EmbeddedServers(Path folder, FolderUse use, ServerPrograms programs) {
        this.folder = folder;
        this.use = use;
        this.programs = programs;
    }

    /**
     * Joins the users of the folder, which is made when it is not there.
     *
     * @param programs where the servers' programs are unpacked; several data folders may share it
     * @throws Unavailable when the folder cannot be used
     */
    public static EmbeddedServers use(Path dataFolder, Path programs) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new EmbeddedServers(folder.toRealPath(), FolderUse.join(folder), new ServerPrograms(programs));
        } catch (IOException failure) {
            throw new Unavailable(Unavailable.Service.POSTGRES,
                    "The data folder " + folder + " cannot be used: " + said(failure), failure);
        }
    }

    /** The database's superuser, for migrations alone. */
    public PostgresAddress owner() {
        return postgres(PostgresServer.OWNER);
    }

    /** A member of {@code callboard_admin}: the console and the command line. */
    public PostgresAddress console() {
        return postgres(EmbeddedPostgres.CONSOLE);
    }

    /** A member of {@code callboard_worker}: the background duties. */
    public PostgresAddress duties() {
        return postgres(EmbeddedPostgres.DUTIES);
    }

    /** A member of {@code callboard_gateway}: what customers ask over HTTP. */
    public PostgresAddress gateway() {
        return postgres(EmbeddedPostgres.GATEWAY);
    }

    /** Redis for the console and the command line. */
    public RedisAddress redis() {
        return redis(EmbeddedRedis.CONSOLE);
    }

    /** Redis for the console and the command line, if it runs; it is not started for this. */
    public Optional<RedisAddress> redisIfRunning() {
        try {
            EmbeddedRedis present = new EmbeddedRedis(programs, folder, ServerSecrets.of(folder));
            return present.runs() ? Optional.of(present.address(EmbeddedRedis.CONSOLE)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Redis for the background duties. */
    public RedisAddress redisForDuties() {
        return redis(EmbeddedRedis.DUTIES);
    }

    /** Redis for what customers ask over HTTP. */
    public RedisAddress redisForGateway() {
        return redis(EmbeddedRedis.GATEWAY);
    }

    /** Redis with every right. */
    public RedisAddress redisOwner() {
        return redis(EmbeddedRedis.OWNER);
    }

    private synchronized PostgresAddress postgres(String login) {
        try {
            if (postgres == null) {
                use.alone(() -> {
                    EmbeddedPostgres started = new EmbeddedPostgres(programs, folder, ServerSecrets.of(folder));
                    started.start();
                    postgres = started;
                });
            }
            return postgres.address(login);
        } catch (IOException failure) {
            throw new Unavailable(Unavailable.Service.POSTGRES,
                    "The embedded Postgres of " + folder + " could not be started: " + said(failure), failure);
        }
    }

    private synchronized RedisAddress redis(String login) {
        try {
            if (redis == null) {
                use.alone(() -> {
                    EmbeddedRedis started = new EmbeddedRedis(programs, folder, ServerSecrets.of(folder));
                    started.start();
                    redis = started;
                });
            }
            return redis.address(login);
        } catch (IOException failure) {
            throw new Unavailable(Unavailable.Service.REDIS,
                    "The embedded Redis of " + folder + " could not be started: " + said(failure), failure);
        }
    }

    /** Leaves the folder; the last one stops both servers, also those that a crashed process left running. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (use) {
            use.leave(() -> {
                ServerSecrets secrets = ServerSecrets.of(folder);
                new EmbeddedRedis(programs, folder, secrets).stop();
                new EmbeddedPostgres(programs, folder, secrets).stop();
            });
        } catch (IOException failure) {
            throw new Unavailable(Unavailable.Service.POSTGRES,
                    "The embedded servers of " + folder + " could not be stopped: " + said(failure), failure);
        }
    }

    private static String said(IOException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
