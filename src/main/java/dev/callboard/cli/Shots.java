package dev.callboard.cli;

import java.nio.file.Path;
import java.util.Locale;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "shots", description = "Render every screen of the fixture as a picture, without a display.")
final class Shots implements Command {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the pictures go.")
    private Path out;

    @Option(names = "--theme", paramLabel = "THEME", description = "${COMPLETION-CANDIDATES}; both without it.")
    private Theme theme;

    @Override
    public Answer run(Session session) {
        Bounds.filled("--out", out);
        return Answer.of(new Document().with("files",
                session.faces().shots(out, theme == null ? null : theme.name().toLowerCase(Locale.ROOT)).stream()
                        .map(Path::toString).toList()));
    }

    /** The looks that there are. */
    enum Theme {
        LIGHT, DARK
    }
}
