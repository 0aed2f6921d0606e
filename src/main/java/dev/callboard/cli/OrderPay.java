package dev.callboard.cli;

import java.util.UUID;

import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "pay", description = "Record that a reservation was paid at the counter.")
final class OrderPay implements Command {
    @Parameters(paramLabel = "ID", description = "The order, by id or number.")
    private String order;

    @Override
    public Answer run(Session session) {
        UUID id = session.shop().orders().idOf(order);
        boolean pending = session.shop().payments().payAtCounter(id).pending();
        return Answer.of(OrderAnswer.of(session.shop().orders().details(id)).withIf(pending, "pending", true));
    }
}
