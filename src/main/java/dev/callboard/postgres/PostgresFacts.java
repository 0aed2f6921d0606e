package dev.callboard.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

import org.postgresql.core.BaseConnection;

/**
 * What a look at a Postgres told, for whoever sets up a connection.
 *
 * @param version of the server
 * @param standby true where nothing can be written
 * @param host which of the address's hosts answered
 * @param schema how Callboard's tables stand to this program
 * @param roles of Callboard's that the login has
 * @param roundTrip of one statement
 * @param skew how far this machine's clock is from the server's
 */
public record PostgresFacts(String version, boolean standby, String host, Migrations.Standing schema,
        List<String> roles,
        Duration roundTrip, Duration skew) {
    private static final String LOOK = """
            select current_setting('server_version') as version, pg_is_in_recovery() as standby,
              array(select rolname::text from pg_roles where rolname like 'callboard\\_%'
                and rolname !~ '_login$' and pg_has_role(session_user, oid, 'member') order by 1) as roles,
              clock_timestamp() as now
            """;

    /**
     * Looks at a server.
     *
     * @throws dev.callboard.refusals.Unavailable when it cannot be reached
     * @throws RuntimeException when it does not let the login in, with the server's words
     */
    public static PostgresFacts read(PostgresAddress address) {
        Properties login = new Properties();
        if (address.user() != null) {
            login.setProperty("user", address.user());
        }
        if (address.password() != null) {
            login.setProperty("password", address.password());
        }
        login.setProperty("connectTimeout", "3");
        login.setProperty("loginTimeout", "5");
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), login);
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            long before = System.nanoTime();
            try (ResultSet row = statement.executeQuery(LOOK)) {
                Duration roundTrip = Duration.ofNanos(System.nanoTime() - before);
                row.next();
                Instant there = row.getTimestamp("now").toInstant();
                return new PostgresFacts(row.getString("version"), row.getBoolean("standby"), host(connection),
                        new Migrations(address).standing(), List.of((String[]) row.getArray("roles").getArray()),
                        roundTrip,
                        Duration.between(there, Instant.now()));
            }
        } catch (SQLException failure) {
            throw SqlFailures.translated(new IllegalStateException(failure.getMessage(), failure), address);
        }
    }

    private static String host(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getQueryExecutor().getHostSpec().getHost();
    }
}
