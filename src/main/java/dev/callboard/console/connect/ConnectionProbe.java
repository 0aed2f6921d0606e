package dev.callboard.console.connect;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.callboard.postgres.PostgresAddress;
import dev.callboard.postgres.PostgresFacts;
import dev.callboard.postgres.PostgresFault;
import dev.callboard.redis.RedisAddress;
import dev.callboard.redis.RedisFacts;
import dev.callboard.redis.RedisFault;

/** Tells which of Postgres, schema, role and Redis fails, and why: one line each. */
public class ConnectionProbe {
    private static final Duration SKEW = Duration.ofSeconds(5);

    public Finding postgres(PostgresAddress address) {
        try {
            PostgresFacts facts = PostgresFacts.read(address);
            Problem connected = connected(facts.roundTrip());
            return trouble(facts).map(problem -> new Finding(false, connected, problem))
                    .orElseGet(() -> new Finding(true, connected, skew(facts.skew()).orElse(fine(address, facts))));
        } catch (RuntimeException failure) {
            PostgresFault fault = PostgresFault.of(failure);
            return failed(fault == PostgresFault.OTHER ? words(failure)
                    : Problem.of("postgres." + fault.name().toLowerCase(Locale.ROOT), String.valueOf(address.user()),
                            address.shown().replaceFirst("/.*", "")));
        }
    }

    private static Optional<Problem> trouble(PostgresFacts facts) {
        if (facts.standby()) {
            return Optional.of(Problem.of("standby"));
        }
        return switch (facts.schema()) {
            case NONE -> Optional.of(Problem.of("schema.none"));
            case OLDER -> Optional.of(Problem.of("schema.older"));
            case NEWER -> Optional.of(Problem.of("schema.newer"));
            case CURRENT -> facts.roles().isEmpty() ? Optional.of(Problem.of("role")) : Optional.empty();
        };
    }

    private static Problem fine(PostgresAddress address, PostgresFacts facts) {
        String version = facts.version().split(" ")[0];
        return address.shown().contains(",")
                ? Problem.of("primary", facts.host().replaceFirst("\\..*", ""), version)
                : Problem.of("postgres", version, String.join(", ", facts.roles()));
    }

    public Finding redis(RedisAddress address) {
        try {
            RedisFacts facts = RedisFacts.read(address);
            Problem connected = connected(facts.roundTrip());
            if (!facts.permitted()) {
                return new Finding(false, connected, Problem.of("redis.rights", String.valueOf(address.user())));
            }
            return facts.evicts()
                    ? new Finding(false, connected, Problem.of("evicts"))
                    : new Finding(true, connected, skew(facts.skew()).orElse(null));
        } catch (RuntimeException failure) {
            RedisFault fault = tlsUnheard(RedisFault.of(failure), address);
            return failed(fault == RedisFault.OTHER ? words(failure)
                    : Problem.of("redis." + fault.name().toLowerCase(Locale.ROOT), String.valueOf(address.user()),
                            address.shown(), String.valueOf(address.masterName())));
        }
    }

    /** A Redis without TLS does not answer a greeting in TLS at all. */
    private static RedisFault tlsUnheard(RedisFault fault, RedisAddress address) {
        return fault == RedisFault.SILENT && address.nodes().getFirst().startsWith("rediss:")
                ? RedisFault.NO_TLS
                : fault;
    }

    private static Problem connected(Duration roundTrip) {
        return Problem.of("connected", String.valueOf(Math.max(1, roundTrip.toMillis())));
    }

    private static Optional<Problem> skew(Duration skew) {
        return skew.abs().compareTo(SKEW) > 0
                ? Optional.of(Problem.of("skew", String.valueOf(skew.abs().toSeconds())))
                : Optional.empty();
    }

    private static Problem words(RuntimeException failure) {
        return new Problem("connect.problem.words", List.of(String.valueOf(failure.getMessage())));
    }

    private static Finding failed(Problem why) {
        return new Finding(false, Problem.of("failed"), why);
    }
}
