package dev.callboard.postgres;

import java.util.Arrays;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

import dev.callboard.refusals.Unavailable;

/** Compares the schema of a database with the program's, and brings it up to date. */
public final class Migrations {
    private final PostgresAddress owner;

    /** @param owner a login that may create roles, tables and functions; to compare, any that may connect */
    public Migrations(PostgresAddress owner) {
        this.owner = owner;
    }

    /** How a schema stands to this program. */
    public enum Standing {
        NONE, OLDER, CURRENT, NEWER
    }

    /**
     * Compares the schema with the program's, changing nothing.
     *
     * @throws Unavailable when Postgres cannot be reached
     */
    public Standing standing() {
        try {
            MigrationInfoService known = flyway().info();
            if (known.applied().length == 0) {
                return Standing.NONE;
            }
            if (has(known, MigrationState.FUTURE_SUCCESS) || has(known, MigrationState.MISSING_SUCCESS)) {
                return Standing.NEWER;
            }
            return known.pending().length > 0 || has(known, MigrationState.OUTDATED)
                    ? Standing.OLDER : Standing.CURRENT;
        } catch (FlywayException failure) {
            if (SqlFailures.sqlState(failure).equals("42501")) {
                // only a schema of former days hides its history
                return Standing.OLDER;
            }
            throw SqlFailures.translated(failure, owner);
        }
    }

    private static boolean has(MigrationInfoService known, MigrationState state) {
        return Arrays.stream(known.all()).anyMatch(migration -> migration.getState() == state);
    }

    private Flyway flyway() {
        return Flyway.configure().dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                .locations("classpath:db/migration").connectRetries(0)
                // each domain has a range of versions of its own, so a lower one may come later
                .outOfOrder(true).load();
    }

    /**
     * Applies what is missing; several processes may do so at once.
     *
     * @return the version that the schema now has
     */
    public String bringUpToDate() {
        try {
            Flyway flyway = flyway();
            flyway.migrate();
            MigrationInfo current = flyway.info().current();
            return current == null ? "0" : String.valueOf(flyway.info().getInfoResult().schemaVersion);
        } catch (FlywayException failure) {
            RuntimeException translated = SqlFailures.translated(failure, owner);
            throw translated == failure
                    ? new Unavailable(Unavailable.Service.POSTGRES,
                            "The schema could not be brought up to date: " + firstLine(failure), failure)
                    : translated;
        }
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
