package dev.callboard.app;

import java.util.LinkedHashMap;
import java.util.Map;

import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

/** Keeps back the warnings of trouble that is made on purpose, for the sample or a picture; errors are still told. */
final class Hush implements AutoCloseable {
    private final Map<Logger, Level> before = new LinkedHashMap<>();

    private Hush(Class<?>... who) {
        for (Class<?> one : who) {
            Logger logger = (Logger) LoggerFactory.getLogger(one);
            before.put(logger, logger.getLevel());
            logger.setLevel(Level.ERROR);
        }
    }

    /** @param who of them is not to warn until this is closed; where everything is to be logged, they do */
    static Hush over(Class<?>... who) {
        return new Hush(System.getProperty(LogSetup.LEVEL) == null ? who : new Class<?>[0]);
    }

    @Override
    public void close() {
        before.forEach(Logger::setLevel);
    }
}
