package dev.callboard.cli;

import dev.callboard.orders.OrderState;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "ls", description = "Show the newest orders.")
final class OrderLs implements Command {
    private static final int MOST = 100_000;

    @Option(names = "--state", paramLabel = "STATE", description = "Only these: one of ${COMPLETION-CANDIDATES}.")
    private OrderState state;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "1000", description = "At most so many, 1 to 100000; ${DEFAULT-VALUE} without it.")
    private int limit;

    @Override
    public Answer run(Session session) {
        Bounds.within("--limit", limit, 1, MOST);
        return Answer.of(session.shop().orders().list(state, limit).stream().map(OrderAnswer::of).toList());
    }
}
