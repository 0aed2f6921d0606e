package dev.callboard.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "shelf", description = "Where a product lies, for whoever hands it over: shown, or said anew.")
final class ProductShelf implements Command {
    @Parameters(index = "0", paramLabel = "SKU", description = "The product.")
    private String sku;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SHELF", description = "Its place from now on; left out, the present one is shown.")
    private String shelf;

    @Option(names = "--none", description = "Nobody knows its place any more.")
    private boolean none;

    @Override
    public Answer run(Session session) {
        if (shelf != null && none) {
            throw new MalformedCommand("Give a SHELF, or --none, not both.");
        }
        if (shelf != null || none) {
            session.shop().shelves().put(sku, shelf);
        }
        return Answer.of(new Document().with("sku", sku).with("shelf", session.shop().shelves().at(sku)));
    }
}
