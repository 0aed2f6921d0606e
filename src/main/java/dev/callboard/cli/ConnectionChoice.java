package dev.callboard.cli;

import java.nio.file.Path;
import java.util.Optional;

import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;
import dev.callboard.settings.Settings;

/**
 * Which shop a command is for: flags over environment over profile; what none of them names is the embedded server of
 * the data folder.
 *
 * @param postgres empty for the embedded one
 * @param redis empty for the embedded one
 * @param data folder of the embedded servers
 * @param environment what people call the shop, if its profile says so
 * @param settings of this run
 * @param profile name of the profile that was chosen, if one was
 */
public record ConnectionChoice(Optional<PostgresAddress> postgres, Optional<RedisAddress> redis, Path data,
        Optional<String> environment, Settings settings, Optional<String> profile) {

    /** Without a profile. */
    public ConnectionChoice(Optional<PostgresAddress> postgres, Optional<RedisAddress> redis, Path data,
            Optional<String> environment, Settings settings) {
        this(postgres, redis, data, environment, settings, Optional.empty());
    }

    /** True when everything runs on this machine alone. */
    public boolean isEmbedded() {
        return postgres.isEmpty() && redis.isEmpty();
    }

    /** What people call it: its Postgres, or the folder of the embedded servers. */
    public String name() {
        return postgres.map(PostgresAddress::shown)
                .orElseGet(() -> String.valueOf(data.toAbsolutePath().getFileName()));
    }
}
