package dev.callboard.cli;

@picocli.CommandLine.Command(name = "ls", description = "Show every queue.")
final class QueueLs implements Command {

    @Override
    public Answer run(Session session) {
        return Answer.of(session.shop().queues().list().stream().map(QueueAnswer::of).toList());
    }
}
