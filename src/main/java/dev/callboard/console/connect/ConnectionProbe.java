package dev.callboard.console.connect;

import java.time.Duration;
import java.util.List;

import dev.callboard.postgres.PostgresAddress;
import dev.callboard.postgres.PostgresFacts;
import dev.callboard.redis.RedisAddress;
import dev.callboard.redis.RedisFacts;

/** Tells which of Postgres, schema, role and Redis fails, and why: one line each. */
public class ConnectionProbe {
    private static final Duration SKEW = Duration.ofSeconds(5);

    public Finding postgres(PostgresAddress address) {
        try {
            PostgresFacts facts = PostgresFacts.read(address);
            Problem connected = Problem.of("connected", milliseconds(facts.roundTrip()));
            if (facts.standby()) {
                return new Finding(false, connected, Problem.of("standby"));
            }
            if (!facts.hasSchema()) {
                return new Finding(false, connected, Problem.of("schema"));
            }
            if (facts.roles().isEmpty()) {
                return new Finding(false, connected, Problem.of("role"));
            }
            if (facts.skew().abs().compareTo(SKEW) > 0) {
                return new Finding(true, connected, Problem.of("skew", String.valueOf(facts.skew().toSeconds())));
            }
            return new Finding(true, connected, Problem.of("postgres", facts.version().split(" ")[0],
                    String.join(", ", facts.roles())));
        } catch (RuntimeException failure) {
            return failed(failure);
        }
    }

    public Finding redis(RedisAddress address) {
        try {
            RedisFacts facts = RedisFacts.read(address);
            Problem connected = Problem.of("connected", milliseconds(facts.roundTrip()));
            return facts.evicts()
                    ? new Finding(false, connected, Problem.of("evicts"))
                    : new Finding(true, connected, null);
        } catch (RuntimeException failure) {
            return failed(failure);
        }
    }

    private static Finding failed(RuntimeException failure) {
        return new Finding(false, Problem.of("failed"),
                new Problem("connect.problem.words", List.of(String.valueOf(failure.getMessage()))));
    }

    private static String milliseconds(Duration roundTrip) {
        return String.valueOf(Math.max(1, roundTrip.toMillis()));
    }
}
