package dev.callboard.postgres;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

import dev.callboard.refusals.Unavailable;

/** Brings the schema of a database up to date. */
public final class Migrations {
    private final PostgresAddress owner;

    /** @param owner a login that may create roles, tables and functions */
    public Migrations(PostgresAddress owner) {
        this.owner = owner;
    }

    /**
     * Applies what is missing; several processes may do so at once.
     *
     * @return the version that the schema now has
     */
    public String bringUpToDate() {
        try {
            Flyway flyway = Flyway.configure().dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                    .locations("classpath:db/migration").connectRetries(0)
                    // each domain has a range of versions of its own, so a lower one may come later
                    .outOfOrder(true).load();
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
