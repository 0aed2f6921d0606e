package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redisson.api.RBucket;

import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisConnection;

class TestServersTest {

    @Test
    void everyDatabaseHasTheSchemaAndIsAlone() {
        PostgresAddress first = TestServers.newDatabase();
        PostgresAddress second = TestServers.newDatabase();
        try (Database one = Database.open(first, 1); Database two = Database.open(second, 1)) {
            one.transaction(tx -> tx.handle().execute("create table only_here ()"));
            assertThat(two.<Integer>transaction(tx -> tx.handle()
                    .createQuery("select count(*) from pg_class where relname in ('only_here', 'audit_entry')")
                    .mapTo(Integer.class).one())).isEqualTo(1);
        }
    }

    @Test
    void aRoleIsWhoItIs() {
        PostgresAddress staff = TestServers.addressFor(TestServers.newDatabase(), "callboard_staff");
        try (Database database = Database.open(staff, 1)) {
            assertThat(database.<Boolean>transaction(tx -> tx.handle()
                    .createQuery("select pg_has_role(session_user, 'callboard_staff', 'member')"
                            + " and not pg_has_role(session_user, 'callboard_admin', 'member')")
                    .mapTo(Boolean.class).one())).isTrue();
        }
    }

    @Test
    void aRedisKeepsItsDataOverARestartAndLosesItByAFlush() {
        try (TestRedis redis = TestServers.newRedis()) {
            try (RedisConnection connection = new RedisConnection(redis.address())) {
                connection.client().getBucket("key").set("value");
            }
            redis.restart();
            try (RedisConnection connection = new RedisConnection(redis.address())) {
                RBucket<String> bucket = connection.client().getBucket("key");
                assertThat(bucket.get()).isEqualTo("value");
                redis.flush();
                assertThat(bucket.get()).isNull();
            }
        }
    }
}
