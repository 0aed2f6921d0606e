package dev.callboard.cli;

import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "show", description = "Show an order with its steps and history.")
final class OrderShow implements Command {
    @Parameters(paramLabel = "ID", description = "The order, by id or number.")
    private String order;

    @Override
    public Answer run(Session session) {
        return Answer.of(OrderAnswer.of(session.shop().orders().details(session.shop().orders().idOf(order))));
    }
}
