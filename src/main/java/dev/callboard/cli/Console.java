package dev.callboard.cli;

@picocli.CommandLine.Command(name = "console", description = "Open the console: Desk, Triage and the rest.")
final class Console implements Command {

    @Override
    public Answer run(Session session) {
        session.faces().console(session.choice());
        return Answer.none();
    }
}
