package dev.callboard.cli;

import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "shelf", description = "Say where a product lies, for whoever hands it over.")
final class ProductShelf implements Command {
    @Parameters(index = "0", paramLabel = "SKU", description = "The product.")
    private String sku;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SHELF", description = "Its place; without one, nobody knows it.")
    private String shelf;

    @Override
    public Answer run(Session session) {
        session.shop().shelves().put(sku, shelf);
        return Answer.of(new Document().with("sku", sku).with("shelf", shelf));
    }
}
