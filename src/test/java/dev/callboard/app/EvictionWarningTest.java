package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.callboard.workers.WorkerWatch;
import dev.callboard.TestServers;
import dev.callboard.embedded.BareRedis;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;
import dev.callboard.redis.RedisConnection;
import dev.callboard.settings.Settings;

/** A Redis that throws keys away when it is full loses jobs: who starts a worker on it is told. */
class EvictionWarningTest {
    private final PostgresAddress postgres = TestServers.newDatabase();

    @Test
    void aWorkerSaysSoWhenItStarts() {
        assertThat(said("maxmemory-policy allkeys-lru")).singleElement().asString()
                .contains("throws keys away", "noeviction");
    }

    @Test
    void nothingIsSaidOfARedisThatKeepsWhatItHas() {
        assertThat(said("maxmemory-policy noeviction")).isEmpty();
    }

    @Test
    void nothingIsSaidWhereRedisDoesNotTellItsSettings() {
        assertThat(said("maxmemory-policy allkeys-lru", "user default on nopass ~* &* +@all -info -config")).isEmpty();
    }

    private List<String> said(String... redisSettings) {
        Logger logger = (Logger) LoggerFactory.getLogger(LogSetup.SAID);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try (BareRedis server = new BareRedis(List.of(redisSettings));
                Duties duties = new Duties(Database.open(postgres, 8),
                        new RedisConnection(RedisAddress.parse("redis://127.0.0.1:" + server.port())),
                        Settings.defaults(), (duty, failure) -> {}, WorkerWatch.ofThisProcess())) {
            duties.start();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream().filter(line -> line.getLoggerName().equals(LogSetup.SAID))
                .map(ILoggingEvent::getFormattedMessage).toList();
    }
}
