package dev.callboard.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

import org.postgresql.util.ServerErrorMessage;

import dev.callboard.refusals.Causes;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

/** Turns what Postgres says of a failure into the answers that the rest of the program knows. */
public final class SqlFailures {
    /**
     * SQLSTATE of a rule in our own functions: message = code, detail = the line for people, hint = the names of what it
     * is about, one per line.
     */
    static final String RULE = "CB001";

    private SqlFailures() {}

    static boolean isWorthRepeating(Throwable failure) {
        String state = sqlState(failure);
        return "40001".equals(state) || "40P01".equals(state);
    }

    static RuntimeException translated(RuntimeException failure, PostgresAddress address) {
        SQLException sql = sqlException(failure);
        if (sql == null) {
            return failure;
        }
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals(RULE) && sql instanceof org.postgresql.util.PSQLException rule
                && rule.getServerErrorMessage() != null) {
            return refusal(rule.getServerErrorMessage());
        }
        if (state.equals("42501")) {
            return new NotPermitted("This login may not do that: " + firstLine(sql).replaceFirst("^ERROR: ", ""),
                    failure);
        }
        if (state.equals("42P01") || state.equals("42883") || state.equals("3F000")) {
            return new Unavailable(Unavailable.Service.POSTGRES, "Postgres at " + address.shown()
                    + " lacks Callboard's schema or has an older one: run 'callboard db up' (" + firstLine(sql) + ").",
                    failure);
        }
        if (state.equals("55P03")) {
            return new Refusal("busy", "Someone else holds this row for too long; try again.");
        }
        if (isUnreachable(sql, state)) {
            return new Unavailable(Unavailable.Service.POSTGRES,
                    "Postgres at " + address.shown() + " cannot be reached: " + firstLine(sql), failure);
        }
        return failure;
    }

    private static Refusal refusal(ServerErrorMessage rule) {
        return new Refusal(rule.getMessage(), rule.getDetail(),
                rule.getHint() == null ? List.of() : List.of(rule.getHint().split("\n")));
    }

    /** The name of the constraint that the failure broke, or an empty text. */
    public static String constraint(Throwable failure) {
        return sqlException(failure) instanceof org.postgresql.util.PSQLException sql
                && sql.getServerErrorMessage() != null && sql.getServerErrorMessage().getConstraint() != null
                        ? sql.getServerErrorMessage().getConstraint()
                        : "";
    }

    /** The SQLSTATE of the failure, or an empty text. */
    public static String sqlState(Throwable failure) {
        SQLException sql = sqlException(failure);
        return sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
    }

    /**
     * True where the server itself said no, so that nothing was committed; false where it is unknown what became of the
     * transaction.
     */
    public static boolean isServersAnswer(Throwable failure) {
        return failure instanceof NotPermitted || !sqlState(failure).isEmpty() && !sqlState(failure).startsWith("08");
    }

    private static boolean isUnreachable(SQLException sql, String state) {
        return sql instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("57P")
                || state.startsWith("53") || state.startsWith("28") || state.equals("25P03") || state.equals("3D000");
    }

    private static SQLException sqlException(Throwable failure) {
        return Causes.of(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast)
                .reduce((outer, inner) -> inner).orElse(null);
    }

    private static String firstLine(SQLException sql) {
        String message = String.valueOf(sql.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
