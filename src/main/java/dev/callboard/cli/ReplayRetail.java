package dev.callboard.cli;

import java.nio.file.Path;

import dev.callboard.refusals.Refusal;
import dev.callboard.sample.RetailReport;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "retail", description = "Play real invoices through the real commands, on an empty shop.")
final class ReplayRetail implements Command {
    @Parameters(paramLabel = "FILE", description = "Invoices as CSV.")
    private Path file;

    @Option(names = "--opening", required = true, paramLabel = "N", description = "Units of each product to begin with.")
    private long opening;

    @Override
    public Answer run(Session session) {
        if (opening < 1) {
            throw Refusal.invalid("The opening is at least 1.");
        }
        return Answer.of(of(session.shop().replayRetail(file, opening)));
    }

    private static Document of(RetailReport report) {
        return new Document().with("skus", report.skus()).with("opening_units", report.openingUnits())
                .with("sale_orders", report.saleOrders()).with("accepted", report.accepted())
                .with("failed", report.failed()).with("failed_short_lines", report.failedShortLines())
                .with("no_goods_invoices", report.noGoodsInvoices()).with("cancel_orders", report.cancelOrders())
                .with("refused_return_units", report.refusedReturnUnits()).with("writeoffs", report.writeoffs())
                .with("writeoff_shortfall", report.writeoffShortfall()).with("sold_units", report.soldUnits())
                .with("returned_units", report.returnedUnits()).with("writtenoff_units", report.writtenoffUnits())
                .with("closing_units", report.closingUnits()).with("lowest_stock", report.lowestStock())
                .with("skus_at_zero", report.skusAtZero()).with("first_failed_invoice", report.firstFailedInvoice())
                .with("rejected_lines", report.rejectedLines());
    }
}
