package dev.callboard.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Logs go to standard error: standard output belongs to answers. Written in Java because reading a configuration file
 * would take longer than most commands.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** System property with the name of the level; WARN and no stack traces without it. */
    public static final String LEVEL = "callboard.log";

    /** Logger of the few lines that whoever started a server wants to read in any case. */
    static final String SAID = "callboard";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        boolean verbose = System.getProperty(LEVEL) != null;
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{20} - %msg%n" + (verbose ? "%ex" : "%nopex"));
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget(ConsoleTarget.SystemErr.getName());
        console.setEncoder(encoder);
        console.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getProperty(LEVEL), Level.WARN));
        root.addAppender(console);
        context.getLogger(SAID).setLevel(Level.INFO);
        if (!verbose) {
            context.getLogger("io.javalin").setLevel(Level.OFF);
            // a pool says in its own words what whoever asked it says better
            context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
