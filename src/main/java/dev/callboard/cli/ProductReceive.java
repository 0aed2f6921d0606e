package dev.callboard.cli;

import dev.callboard.stock.Receipt;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "receive", description = "Book goods that arrive.")
final class ProductReceive implements Command {
    @Parameters(index = "0", paramLabel = "SKU", description = "The product; a new one is made.")
    private String sku;

    @Parameters(index = "1", paramLabel = "QTY", description = "Units, at least 1.")
    private long quantity;

    @Option(names = "--name", paramLabel = "TEXT", description = "A new name.")
    private String name;

    @Option(names = "--price", paramLabel = "1.25", description = "A new price of one unit.")
    private AmountArgument price;

    @Override
    public Answer run(Session session) {
        Receipt receipt = Receipt.written(sku, quantity, name, price == null ? null : price.text());
        return Answer.of(ProductAnswer.of(session.shop().stock().receive(receipt)));
    }
}
