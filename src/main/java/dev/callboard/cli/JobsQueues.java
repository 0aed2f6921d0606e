package dev.callboard.cli;

@picocli.CommandLine.Command(name = "queues", description = "Show every BullMQ queue of that Redis, whoever made it.")
final class JobsQueues implements Command {

    @Override
    public Answer run(Session session) {
        return Answer.of(session.shop().jobs().queues().stream().map(JobAnswer::of).toList());
    }
}
