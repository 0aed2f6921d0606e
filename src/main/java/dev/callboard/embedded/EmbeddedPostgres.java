package dev.callboard.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;

import dev.callboard.postgres.MigrationFiles;
import dev.callboard.postgres.Migrations;
import dev.callboard.postgres.PostgresAddress;

/** The Postgres of a data folder with Callboard's database and logins in it. */
final class EmbeddedPostgres {
    static final String CONSOLE = "callboard";
    static final String DUTIES = "callboard_duties";
    static final String GATEWAY = "callboard_front";
    private static final String DATABASE = "callboard";
    private static final Map<String, String> SETTINGS = Map.of("max_connections", "200", "jit", "off", "io_method",
            "sync", "shared_buffers", "64MB");

    private final PostgresServer server;
    private final ServerSecrets secrets;
    private final Path schemaMark;

    EmbeddedPostgres(ServerPrograms programs, Path folder, ServerSecrets secrets) {
        this.server = new PostgresServer(programs, folder.resolve("postgres"));
        this.secrets = secrets;
        // inside the cluster, so that it can never outlive it
        this.schemaMark = folder.resolve("postgres").resolve("callboard-schema");
    }

    /** Sees to it that the server runs with today's schema; the caller holds the folder alone. */
    void start() throws IOException {
        if (!server.exists()) {
            server.create(secrets.password(PostgresServer.OWNER));
        }
        OptionalInt running = server.runningPort();
        int port = running.isPresent() ? running.getAsInt() : startServer();
        secrets.rememberPort("postgres", port);
        String wanted = MigrationFiles.fingerprint();
        if (!Files.exists(schemaMark) || !Files.readString(schemaMark).equals(wanted)) {
            bringUpToDate();
            Files.writeString(schemaMark, wanted);
        }
    }

    /** The address of the database under one of its logins. */
    PostgresAddress address(String login) throws IOException {
        return address(DATABASE, login);
    }

    void stop() throws IOException {
        server.stop(true);
    }

    private PostgresAddress address(String database, String login) throws IOException {
        return new PostgresAddress("jdbc:postgresql://127.0.0.1:" + secrets.port("postgres") + "/" + database, login,
                secrets.password(login));
    }

    private int startServer() throws IOException {
        int port = FreePort.preferably(secrets.port("postgres"));
        server.start(port, SETTINGS);
        return port;
    }

    private void bringUpToDate() throws IOException {
        try (Connection connection = connect(address("postgres", PostgresServer.OWNER))) {
            if (!isThere(connection, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                execute(connection, "create database " + DATABASE);
            }
        } catch (SQLException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
        new Migrations(address(PostgresServer.OWNER)).bringUpToDate();
        try (Connection connection = connect(address(PostgresServer.OWNER))) {
            login(connection, CONSOLE, "callboard_admin");
            login(connection, DUTIES, "callboard_worker");
            login(connection, GATEWAY, "callboard_gateway");
        } catch (SQLException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private void login(Connection connection, String name, String memberOf) throws SQLException, IOException {
        if (!isThere(connection, "select 1 from pg_roles where rolname = '" + name + "'")) {
            execute(connection, "create role " + name + " login");
        }
        // our own hexadecimal digits: nothing to quote, and a role's password cannot be a parameter
        execute(connection, "alter role " + name + " password '" + secrets.password(name) + "'");
        execute(connection, "grant " + memberOf + " to " + name);
    }

    private static Connection connect(PostgresAddress address) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password());
        return new org.postgresql.Driver().connect(address.jdbcUrl(), login);
    }

    private static boolean isThere(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
