package dev.callboard.cli;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "gateway", description = "Serve customers over HTTP: reserve, pay, join, see one's place.")
final class Gateway implements Command {
    private static final int HIGHEST_PORT = 65_535;

    @Option(names = "--port", paramLabel = "N", required = true, description = "Where to listen, 0 for any free port; the address is the setting gateway.host.")
    private int port;

    @Override
    public Answer run(Session session) {
        session.serve(Bounds.within("--port", port, 0, HIGHEST_PORT));
        return Answer.none();
    }
}
