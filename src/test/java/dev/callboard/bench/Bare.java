package dev.callboard.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import dev.callboard.postgres.PostgresAddress;

/** One JDBC connection and its prepared statements, with nothing in between. */
final class Bare implements AutoCloseable {
    private final Connection connection;
    private final List<PreparedStatement> statements = new ArrayList<>();

    /** @param single true where each statement is a transaction of its own */
    Bare(PostgresAddress address, boolean single) {
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password());
        try {
            connection = new org.postgresql.Driver().connect(address.jdbcUrl(), login);
            connection.setAutoCommit(single);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    PreparedStatement prepared(String sql) {
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            statements.add(statement);
            return statement;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Runs a query to its end; its first column of the first row, or null. */
    static Object first(PreparedStatement query, Object... values) throws SQLException {
        bind(query, values);
        try (ResultSet rows = query.executeQuery()) {
            Object first = null;
            while (rows.next()) {
                first = first == null ? rows.getObject(1) : first;
            }
            return first;
        }
    }

    static int update(PreparedStatement update, Object... values) throws SQLException {
        bind(update, values);
        return update.executeUpdate();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements) {
            statement.close();
        }
        connection.close();
    }
}
