package dev.callboard.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.callboard.cli.CommandLineProgram;
import dev.callboard.cli.ConnectionChoice;
import dev.callboard.cli.Faces;
import dev.callboard.cli.ShopAccess;
import dev.callboard.cli.ShopOpener;
import dev.callboard.refusals.Refusal;

/** The program: opens what a command needs and closes it however the command ends. */
public final class Program implements ShopOpener {
    private final Set<ShopAccess> open = ConcurrentHashMap.newKeySet();

    /** Runs one command line. @return its exit code */
    public int run(String... arguments) {
        if (Arrays.asList(arguments).contains("--verbose")) {
            System.setProperty(LogSetup.LEVEL, "INFO");
        }
        Thread lastRites = new Thread(this::closeAll, "closing");
        Runtime.getRuntime().addShutdownHook(lastRites);
        return new CommandLineProgram(this, System.getenv(), System.out, System.err).run(arguments);
    }

    @Override
    public ShopAccess open(ConnectionChoice choice) {
        ShopAccess shop = new CommandShop(choice);
        open.add(shop);
        return shop;
    }

    /** For an end by a signal: whoever closes twice does nothing the second time. */
    private void closeAll() {
        open.forEach(ShopAccess::close);
    }

    @Override
    public Faces faces() {
        return new Faces() {
            @Override
            public void console(ConnectionChoice choice) {
                throw Refusal.invalid("There is no console yet.");
            }

            @Override
            public List<Path> demo(Demo demo) {
                throw Refusal.invalid("There is no demo yet.");
            }

            @Override
            public List<Path> shots(Path out, String theme) {
                throw Refusal.invalid("There are no screens yet.");
            }
        };
    }
}
