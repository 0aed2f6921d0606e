package dev.callboard.cli;

import java.util.List;

import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "ls", description = "Show products, with what the gate in Redis says of them.")
final class ProductLs implements Command {
    @Parameters(paramLabel = "SKU", arity = "0..*", description = "Only these.")
    private List<String> skus = List.of();

    @Override
    public Answer run(Session session) {
        return Answer.of(session.shop().stock().list(skus).stream().map(ProductAnswer::of).toList());
    }
}
