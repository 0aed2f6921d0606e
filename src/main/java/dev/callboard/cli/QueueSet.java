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

    @Parameters(index = "1", paramLabel = "STATE", description = "One of ${COMPLETION-CANDIDATES}.")
    private QueueState state;

    @Option(names = "--reason", paramLabel = "T", description = "Shown to visitors.")
    private String reason;

    @Option(names = "--age-limit", paramLabel = "MINUTES", description = "Whoever waits longer goes first; 0 for no such limit.")
    private Integer ageLimit;

    @Option(names = "--priority-per-normal", paramLabel = "N", description = "How many with priority go before each one without.")
    private Integer priorityPerNormal;

    @Override
    public Answer run(Session session) {
        Queue queue = session.shop().queues().set(code, state, reason);
        return Answer.of(QueueAnswer.of(ageLimit == null && priorityPerNormal == null
                ? queue
                : session.shop().queues().setRule(code, changed(queue.rule()))));
    }

    private CallingRule changed(CallingRule rule) {
        Duration limit = ageLimit == null ? rule.ageLimit() : ageLimit == 0 ? null : Duration.ofMinutes(ageLimit);
        return new CallingRule(limit, priorityPerNormal == null ? rule.priorityPerNormal() : priorityPerNormal);
    }
}
