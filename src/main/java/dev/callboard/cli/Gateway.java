package dev.callboard.cli;

import dev.callboard.refusals.Refusal;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "gateway", description = "Serve customers over HTTP: reserve, pay, join, see one's place.")
final class Gateway implements Command {
    @Option(names = "--port", paramLabel = "N", required = true, description = "Where to listen, 0 for any free port; the address is the setting gateway.host.")
    private int port;

    @Override
    public Answer run(Session session) {
        if (port < 0 || port > 65_535) {
            throw Refusal.invalid("A port is 0 to 65535.");
        }
        session.serve(port);
        return Answer.none();
    }
}
