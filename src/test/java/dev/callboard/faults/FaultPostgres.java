package dev.callboard.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import dev.callboard.TestServers;
import dev.callboard.embedded.FreePort;
import dev.callboard.embedded.PostgresServer;
import dev.callboard.embedded.ServerPrograms;
import dev.callboard.postgres.Migrations;
import dev.callboard.postgres.PostgresAddress;

/** A Postgres of its own that may be stopped and filled, and whose clock leaps. */
final class FaultPostgres implements AutoCloseable {
    private static final String DATABASE = "faults";
    private static final String PASSWORD = "test";
    private static final Map<String, String> SETTINGS = Map.of("max_connections", "110", "fsync", "off", "jit", "off",
            "io_method", "sync", "full_page_writes", "off", "shared_buffers", "64MB");

    private final PostgresServer server;
    private final int port;

    FaultPostgres(Path folder) {
        this.server = new PostgresServer(new ServerPrograms(TestServers.programFolder()), folder.resolve("postgres"));
        try {
            this.port = FreePort.any();
            server.create(PASSWORD);
            server.start(port, SETTINGS);
            execute("postgres", "create database " + DATABASE);
            new Migrations(owner()).bringUpToDate();
            Stream.of("admin", "worker", "gateway").forEach(role -> execute(DATABASE,
                    "create role " + role + " login password '" + PASSWORD + "'",
                    "grant callboard_" + role + " to " + role));
            execute(DATABASE, "create role stranger login password '" + PASSWORD + "'",
                    "create table stepped_clock (ahead interval not null)", "insert into stepped_clock values ('0')",
                    "grant select on stepped_clock to public", """
                            create or replace function callboard_now() returns timestamptz language sql volatile as
                            $$ select clock_timestamp() + (select ahead from stepped_clock) $$""");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return port;
    }

    /** Everything is allowed, and no trouble is in the way. */
    PostgresAddress owner() {
        return address(port, PostgresServer.OWNER);
    }

    /** The database under a member of one role. @param role {@code admin}, {@code worker} or {@code gateway} */
    static PostgresAddress address(int port, String role) {
        return new PostgresAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, role, PASSWORD);
    }

    void restart(boolean gently) {
        try {
            server.stop(gently);
            server.start(port, SETTINGS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the shop takes for now moves so much. */
    void stepClock(Duration by) {
        execute(DATABASE, "update stepped_clock set ahead = ahead + interval '" + by.toSeconds() + " s'");
    }

    /** Takes every connection there is but those kept for the superuser. @return gives them back */
    AutoCloseable fill() {
        List<Connection> taken = new ArrayList<>();
        try {
            while (true) {
                taken.add(connect(address(port, "stranger")));
            }
        } catch (SQLException full) {
            return () -> {
                for (Connection connection : taken) {
                    connection.close();
                }
            };
        }
    }

    private void execute(String database, String... commands) {
        try (Connection connection = connect(
                new PostgresAddress(owner().jdbcUrl().replace("/" + DATABASE, "/" + database), PostgresServer.OWNER,
                        PASSWORD));
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Connection connect(PostgresAddress address) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password());
        return new org.postgresql.Driver().connect(address.jdbcUrl(), login);
    }

    @Override
    public void close() {
        try {
            server.stop(false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
