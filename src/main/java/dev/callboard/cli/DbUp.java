package dev.callboard.cli;

@picocli.CommandLine.Command(name = "up", description = "Bring the schema up to date.")
final class DbUp implements Command {

    @Override
    public Answer run(Session session) {
        return Answer.of(new Document().with("version", session.shop().bringSchemaUpToDate()));
    }
}
