package dev.callboard.cli;

import dev.callboard.stock.StockLine;
import dev.callboard.stock.WriteOff;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "write-off", description = "Take goods out of stock for good, at most what is available.")
final class ProductWriteOff implements Command {
    @Parameters(index = "0", paramLabel = "SKU", description = "The product.")
    private String sku;

    @Parameters(index = "1", paramLabel = "QTY", description = "Units, at least 1.")
    private long quantity;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Kept in the ledger.")
    private String reason;

    @Override
    public Answer run(Session session) {
        WriteOff done = session.shop().stock().writeOff(new StockLine(sku, quantity), reason);
        if (done.shortfall() > 0) {
            session.say("Only " + done.taken() + " of " + quantity + " units of " + sku
                    + " were available, and were written off.");
        }
        return Answer.of(new Document().with("sku", done.sku()).with("taken", done.taken())
                .with("shortfall", done.shortfall()).withIf(done.pending(), "pending", true));
    }
}
