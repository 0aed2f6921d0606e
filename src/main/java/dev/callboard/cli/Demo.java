package dev.callboard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.callboard.refusals.Refusal;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "demo", description = "A sample shop with live trade, and the console on it; without a display, pictures of it.")
final class Demo implements Command {
    private static final int SECONDS_PER_DAY = 86_400;

    @Option(names = "--headless", description = "No window, even where one could be shown.")
    private boolean headless;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "20", description = "Length of a run without a window; ${DEFAULT-VALUE} without it.")
    private int seconds;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "target/screens", description = "Where its pictures go; ${DEFAULT-VALUE} without it.")
    private Path out;

    @Override
    public Answer run(Session session) {
        if (session.options().namesAddresses()) {
            throw Refusal.invalid("The demo has servers of its own: leave out --pg and --redis.");
        }
        Bounds.filled("--out", out);
        Bounds.within("--seconds", seconds, 1, SECONDS_PER_DAY);
        Path folder = session.options().namesData()
                ? session.choice().data()
                : session.choice().data().resolve("demo");
        ConnectionChoice shop = new ConnectionChoice(Optional.empty(), Optional.empty(), folder, Optional.of("Demo"),
                session.settings());
        List<Path> files = session.faces().demo(new Faces.Demo(shop, headless, seconds, out, session::say));
        return Answer.of(new Document().with("files", files.stream().map(Path::toString).toList()));
    }
}
