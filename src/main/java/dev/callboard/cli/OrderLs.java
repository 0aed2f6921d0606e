package dev.callboard.cli;

import dev.callboard.orders.OrderState;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "ls", description = "Show the newest orders.")
final class OrderLs implements Command {
    @Option(names = "--state", paramLabel = "S", description = "Only these: one of ${COMPLETION-CANDIDATES}.")
    private OrderState state;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "1000", description = "At most so many; ${DEFAULT-VALUE} without it.")
    private int limit;

    @Override
    public Answer run(Session session) {
        return Answer.of(session.shop().orders().list(state, limit).stream().map(OrderAnswer::of).toList());
    }
}
