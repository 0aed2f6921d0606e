package dev.callboard.cli;

import java.time.Duration;

import dev.callboard.tickets.CallingRule;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "set", description = "Set what a queue does at present.")
final class QueueSet implements Command {
    @Parameters(index = "0", paramLabel = "CODE", description = "The queue.")
    private String code;

    @Parameters(index = "1", paramLabel = "STATE", description = "OPEN; PAUSED: numbers are given, nobody is called; LOCKED: calling goes on, no more numbers; CLOSED: neither.")
    private QueueState state;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; visitors read it while the queue is paused or locked.")
    private String reason;

    @Option(names = "--age-limit", paramLabel = "MINUTES", description = "Whoever waits longer than so many goes first, 1 to 1440; 0 for no such limit.")
    private Integer ageLimit;

    @Option(names = "--priority-per-normal", paramLabel = "N", description = "How many with priority go before each one without, 1 to 100.")
    private Integer priorityPerNormal;

    @Override
    public Answer run(Session session) {
        Queue queue = session.shop().queues().set(code, state, reason, this::changed);
        if (!session.options().isJson() && (reason == null || reason.isBlank())) {
            tellWhatVisitorsRead(session);
        }
        return Answer.of(QueueAnswer.of(queue));
    }

    private void tellWhatVisitorsRead(Session session) {
        switch (state) {
            case PAUSED -> session.say("visitors read that it is paused and not why; --reason TEXT tells them.");
            case LOCKED ->
                session.say("visitors read that there are no more numbers and not why; --reason TEXT tells them.");
            default -> {
                // an open queue needs no reason, and one that is closed is not offered to anybody
            }
        }
    }

    private CallingRule changed(CallingRule rule) {
        Duration limit = ageLimit == null ? rule.ageLimit() : ageLimit == 0 ? null : Duration.ofMinutes(ageLimit);
        return new CallingRule(limit, priorityPerNormal == null ? rule.priorityPerNormal() : priorityPerNormal);
    }
}
