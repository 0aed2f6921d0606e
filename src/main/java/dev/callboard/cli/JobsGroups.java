package dev.callboard.cli;

import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "groups", description = "Show failed jobs by kind of error.")
final class JobsGroups implements Command {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Override
    public Answer run(Session session) {
        return Answer.of(session.shop().jobs().groups(queue).stream()
                .map(group -> new Document().with("fingerprint", group.fingerprint()).with("error", group.error())
                        .with("count", group.count()).with("first", group.first()).with("last", group.last()))
                .toList());
    }
}
