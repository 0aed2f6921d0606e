package dev.callboard.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.LoggerFactory;

import dev.callboard.cli.CommandLineProgram;
import dev.callboard.cli.ConnectionChoice;
import dev.callboard.cli.Faces;
import dev.callboard.cli.ShopAccess;
import dev.callboard.cli.ShopOpener;
import dev.callboard.cli.WorkReport;
import dev.callboard.postgres.Database;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Setting;
import dev.callboard.settings.Settings;

/** The program: opens what a command needs and closes it however the command ends. */
public final class Program implements ShopOpener {
    private final Openings openings = new Openings();
    private final LongRun longRun = new LongRun();
    private final PrintStream answers = utf8(FileDescriptor.out);
    private final PrintStream complaints = utf8(FileDescriptor.err);

    /** Runs one command line. @return its exit code */
    public int run(String... arguments) {
        if (Arrays.asList(arguments).contains("--verbose")) {
            System.setProperty(LogSetup.LEVEL, "INFO");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "closing"));
        return longRun.ended(new CommandLineProgram(this, System.getenv(), answers, complaints, Program::isTerminal)
                .run(arguments));
    }

    private void stop() {
        if (longRun.stop()) {
            complaints.println("callboard: stopped before it was done.");
            // what the command says when its connections go is no answer, and no complaint of interest
            answers.close();
            complaints.close();
        }
        openings.close();
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** JSON is UTF-8 whatever the terminal's habits are. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    @Override
    public ShopAccess open(ConnectionChoice choice) {
        return openings.add(new CommandShop(choice));
    }

    @Override
    public WorkReport work(ConnectionChoice choice, int concurrency, boolean drain) {
        Settings settings = choice.settings().with(KnownSettings.FULFILMENT_CONCURRENCY, concurrency);
        try (Servers servers = openings.add(new Servers(choice))) {
            requirePostgres(servers);
            try (Duties duties = openings.add(new Duties(servers, settings, (duty, failure) -> {}))) {
                duties.start();
                if (drain) {
                    duties.drain();
                } else {
                    LoggerFactory.getLogger(LogSetup.SAID).info("The worker runs; Ctrl+C ends it.");
                    longRun.untilTold();
                }
                duties.close();
                return new WorkReport(duties.processed(), duties.failed());
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("The worker was stopped.", stopped);
        }
    }

    @Override
    public void serve(ConnectionChoice choice, int port) {
        try (Servers servers = openings.add(new Servers(choice));
                Storefront storefront = openings.add(new Storefront(servers, choice.settings(), port))) {
            LoggerFactory.getLogger(LogSetup.SAID).info("The gateway listens on port {}; Ctrl+C ends it.{}",
                    storefront.start(), aboutCards(choice.settings()));
            longRun.untilTold();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("The gateway was stopped.", stopped);
        }
    }

    /** What a shop without a card provider hears at the beginning and not from its first customer. */
    private static String aboutCards(Settings settings) {
        String missing = Stream.of(KnownSettings.STRIPE_KEY, KnownSettings.STRIPE_WEBHOOK_SECRET)
                .filter(setting -> settings.find(setting).isEmpty()).map(Setting::key)
                .collect(Collectors.joining(" and "));
        return missing.isEmpty() ? "" : " It takes no cards: " + missing + " not set.";
    }

    @Override
    public boolean goesOn() {
        return longRun.goesOn();
    }

    /** Duties bear that a server goes away; one that was never there should be told of at once. */
    private static void requirePostgres(Servers servers) {
        Database.connected(servers.postgresForDuties(), 1).close();
    }

    @Override
    public Faces faces() {
        return new DesktopFaces(openings);
    }
}
