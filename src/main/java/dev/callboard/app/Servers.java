package dev.callboard.app;

import java.util.Optional;

import dev.callboard.cli.ConnectionChoice;
import dev.callboard.embedded.EmbeddedServers;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;
import dev.callboard.settings.HomeFolder;

/** The servers of a choice: those it names, and the embedded ones of its data folder for the others. */
final class Servers implements AutoCloseable {
    private final ConnectionChoice choice;
    private EmbeddedServers embedded;

    Servers(ConnectionChoice choice) {
        this.choice = choice;
    }

    /** What was chosen. */
    ConnectionChoice choice() {
        return choice;
    }

    /** Postgres for a person's acts. */
    PostgresAddress postgres() {
        return choice.postgres().orElseGet(() -> embedded().console());
    }

    /** Postgres for the background duties; a named address carries the login that its giver wants them to have. */
    PostgresAddress postgresForDuties() {
        return choice.postgres().orElseGet(() -> embedded().duties());
    }

    /** Postgres for what customers ask over HTTP; a named address carries the login that its giver wants it to have. */
    PostgresAddress postgresForGateway() {
        return choice.postgres().orElseGet(() -> embedded().gateway());
    }

    /** Postgres for migrations. */
    PostgresAddress postgresForMigrations() {
        return choice.postgres().orElseGet(() -> embedded().owner());
    }

    /** Redis for a person's acts. */
    RedisAddress redis() {
        return choice.redis().orElseGet(() -> embedded().redis());
    }

    /** Redis for the background duties. */
    RedisAddress redisForDuties() {
        return choice.redis().orElseGet(() -> embedded().redisForDuties());
    }

    /** Redis for what customers ask over HTTP. */
    RedisAddress redisForGateway() {
        return choice.redis().orElseGet(() -> embedded().redisForGateway());
    }

    /** Redis where it is named or runs already: nobody listens at one that would have to be started. */
    Optional<RedisAddress> redisIfRunning() {
        return choice.redis().or(() -> embedded().redisIfRunning());
    }

    private synchronized EmbeddedServers embedded() {
        if (embedded == null) {
            embedded = EmbeddedServers.use(choice.data(), HomeFolder.programs(System.getenv(), choice.data()));
        }
        return embedded;
    }

    @Override
    public synchronized void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
