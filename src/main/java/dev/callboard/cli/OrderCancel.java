package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.triage.CancelResult;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "cancel", description = "Cancel an order, with everything it took given back.")
final class OrderCancel implements Command {
    @Parameters(paramLabel = "ID", description = "The order, by id or number.")
    private String order;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the audit.")
    private String reason;

    @Override
    public Answer run(Session session) {
        UUID id = session.shop().orders().idOf(order);
        CancelResult done = session.shop().cancellations().cancelOrder(id, reason);
        return Answer.of(OrderAnswer.of(session.shop().orders().details(id))
                .with("returned", ProductAnswer.goods(done.returned()))
                .with("released", ProductAnswer.goods(done.released())).withIf(done.pending(), "pending", true));
    }
}
