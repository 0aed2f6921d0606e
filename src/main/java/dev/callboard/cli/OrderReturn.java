package dev.callboard.cli;

import java.util.List;

import dev.callboard.orders.CustomerReturns;
import dev.callboard.outbox.PromptDelivery;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "return", description = "Take back goods of completed orders from their customer.")
final class OrderReturn implements Command {
    @Option(names = "--customer", required = true, paramLabel = "REF", description = "Reference of the customer.")
    private String customer;

    @Option(names = "--line", required = true, paramLabel = "SKU:QTY", description = "Some units; may be repeated.")
    private List<GoodsArgument> lines;

    @Option(names = "--key", paramLabel = "TOKEN", description = "Makes a repeated request give the same answer.")
    private String key;

    @Override
    public Answer run(Session session) {
        PromptDelivery.Answer<CustomerReturns.ReturnAnswer> done = session.shop().returns().take(customer,
                GoodsArgument.lines(lines), key);
        done.value().refused().forEach(goods -> session.say(goods.quantity() + " of " + goods.sku()
                + " were not taken back: " + customer + " has received no more of them."));
        return Answer.of(new Document()
                .with("returned",
                        done.value().returned().stream().map(goods -> new Document().with("sku", goods.sku())
                                .with("qty", goods.quantity()).with("order", goods.order())).toList())
                .with("refused", ProductAnswer.goods(done.value().refused()))
                .withIf(done.pending(), "pending", true));
    }
}
