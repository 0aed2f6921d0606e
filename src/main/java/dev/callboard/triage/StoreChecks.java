package dev.callboard.triage;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.postgres.Database;
import dev.callboard.postgres.Migrations;
import dev.callboard.redis.RedisConnection;
import dev.callboard.redis.RedisFacts;

/** Looks at both stores. */
public final class StoreChecks {
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(StoreChecks.class);

    private final Database database;
    private final RedisConnection redis;
    private final StoreCheckStore store = new StoreCheckStore();

    /** Both stay open, they belong to the caller. */
    public StoreChecks(Database database, RedisConnection redis) {
        this.database = database;
        this.redis = redis;
    }

    /**
     * What Postgres said of itself.
     *
     * @param skew how far this machine's clock is ahead of the server's
     * @param late true where something has waited for its delivery for too long
     */
    record PostgresSight(boolean standby, Duration skew, boolean late) {}

    /** Never throws: a store that cannot be reached is one that is not well. */
    public StoreHealth examine() {
        Set<StoreCheck> wrong = EnumSet.noneOf(StoreCheck.class);
        PostgresSight postgres = postgres(wrong);
        RedisFacts facts = redis(wrong);
        if (postgres == null || facts == null
                || postgres.skew().minus(facts.skew()).abs().compareTo(SKEW) > 0) {
            wrong.add(StoreCheck.CLOCKS);
        }
        return new StoreHealth(wrong);
    }

    private PostgresSight postgres(Set<StoreCheck> wrong) {
        try {
            PostgresSight seen = database.transaction(store::look);
            note(wrong, StoreCheck.POSTGRES, seen.standby());
            note(wrong, StoreCheck.DELIVERY, seen.late());

            note(wrong, StoreCheck.SCHEMA,
                    new Migrations(database.address()).standing() != Migrations.Standing.CURRENT);
            return seen;
        } catch (RuntimeException failure) {
            LOG.warn("Postgres could not be examined: {}", failure.getMessage());
            wrong.addAll(EnumSet.of(StoreCheck.POSTGRES, StoreCheck.SCHEMA, StoreCheck.DELIVERY));
            return null;
        }
    }

    private RedisFacts redis(Set<StoreCheck> wrong) {
        try {
            RedisFacts facts = RedisFacts.of(redis);
            note(wrong, StoreCheck.REDIS, !facts.permitted());
            note(wrong, StoreCheck.KEEPING, facts.evicts());
            return facts;
        } catch (RuntimeException failure) {
            LOG.warn("Redis could not be examined: {}", failure.getMessage());
            wrong.addAll(EnumSet.of(StoreCheck.REDIS, StoreCheck.KEEPING));
            return null;
        }
    }

    private static void note(Set<StoreCheck> wrong, StoreCheck check, boolean failed) {
        if (failed) {
            wrong.add(check);
        }
    }
}
