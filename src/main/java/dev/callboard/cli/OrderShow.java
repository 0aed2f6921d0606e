package dev.callboard.cli;

import dev.callboard.orders.OrderDetails;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "show", description = "Show an order with its steps and history.")
final class OrderShow implements Command {
    @Parameters(paramLabel = "ID", description = "The order, by id or number.")
    private String order;

    @Override
    public Answer run(Session session) {
        OrderDetails details = session.shop().orders().details(session.shop().orders().idOf(order));
        return Answer.of(OrderAnswer.of(details).with("effects",
                session.shop().cancelEffects().of(details).stream().map(OrderAnswer::effect).toList())
                .with("payments", session.shop().payments().ofOrder(details.order().uuid()).stream()
                        .map(OrderAnswer::payment).toList()));
    }
}
