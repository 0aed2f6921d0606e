package dev.callboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.callboard.embedded.FreePort;
import dev.callboard.embedded.PostgresServer;
import dev.callboard.embedded.ServerPrograms;
import dev.callboard.postgres.Migrations;
import dev.callboard.postgres.PostgresAddress;

/**
 * The real servers of the tests: one Postgres per test run with a migrated template, from which each test takes a
 * database of its own, and as many throw-away Redis servers as asked for.
 */
public final class TestServers {
    private static final String TEMPLATE = "callboard_template";
    private static final String PASSWORD = "test";
    private static final List<String> ROLES = List.of("callboard_kiosk", "callboard_staff", "callboard_admin",
            "callboard_worker", "callboard_gateway");
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final AtomicInteger REDISES = new AtomicInteger();

    private TestServers() {}

    /** A fresh database with today's schema, under the superuser. */
    public static PostgresAddress newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        // one at a time: a template cannot be copied while somebody is in it
        synchronized (TestServers.class) {
            execute(Running.POSTGRES.address("postgres"),
                    "create database " + name + " template " + TEMPLATE + " strategy file_copy");
        }
        return Running.POSTGRES.address(name);
    }

    /**
     * The same database under a login that is a member of one of Callboard's roles; its name is the role's with
     * {@code _login} behind.
     *
     * @param role for example {@code callboard_staff}
     */
    public static PostgresAddress addressFor(PostgresAddress database, String role) {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("no role " + role);
        }
        return database.as(role + "_login", PASSWORD);
    }

    /** A Redis of the caller's own, empty. */
    public static TestRedis newRedis() {
        try {
            return TestRedis.start(programs(), Running.POSTGRES.home().resolve("redis-" + REDISES.incrementAndGet()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where the servers' programs of the tests are unpacked. */
    public static Path programFolder() {
        return Path.of("target", "server-programs").toAbsolutePath();
    }

    static ServerPrograms programs() {
        return new ServerPrograms(programFolder());
    }

    private static void execute(PostgresAddress address, String... commands) {
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password());
        try (Connection connection = new org.postgresql.Driver().connect(address.jdbcUrl(), login);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The one Postgres of this run, begun with the first test that needs it. */
    private record Running(PostgresServer server, Path home, int port) {
        private static final Running POSTGRES = begin();

        private static Running begin() {
            try {
                Path runs = Files.createDirectories(Path.of("target", "test-servers").toAbsolutePath());
                stopLeftovers(runs);
                Path home = Files.createDirectories(runs.resolve(String.valueOf(ProcessHandle.current().pid())));
                PostgresServer server = new PostgresServer(programs(), home.resolve("postgres"));
                server.create(PASSWORD);
                int port = FreePort.any();
                server.start(port, Map.of("fsync", "off", "full_page_writes", "off", "max_connections", "200",
                        "io_method", "sync", "jit", "off", "shared_buffers", "128MB"));
                Running running = new Running(server, home, port);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home)));
                running.makeTemplate();
                return running;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private void makeTemplate() {
            execute(address("postgres"), "create database " + TEMPLATE);
            new Migrations(address(TEMPLATE)).bringUpToDate();
            execute(address("postgres"),
                    ROLES.stream()
                            .flatMap(role -> Stream.of(
                                    "create role " + role + "_login login password '" + PASSWORD + "'",
                                    "grant " + role + " to " + role + "_login"))
                            .toArray(String[]::new));
        }

        PostgresAddress address(String database) {
            return new PostgresAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, PostgresServer.OWNER,
                    PASSWORD);
        }

        /** Servers of a run that was killed: its process id is its folder's name. */
        private static void stopLeftovers(Path runs) throws IOException {
            try (Stream<Path> folders = Files.list(runs)) {
                folders.filter(
                        folder -> ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).isEmpty())
                        .forEach(Running::stop);
            }
        }

        private static void stop(Path home) {
            try {
                new PostgresServer(programs(), home.resolve("postgres")).stop(false);
                TestRedis.stopAllIn(home);
                TestRedis.delete(home);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
