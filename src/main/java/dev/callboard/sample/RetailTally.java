package dev.callboard.sample;

import java.util.List;

import dev.callboard.sample.RetailStore.LedgerFigures;
import dev.callboard.sample.RetailStore.StockFigures;

/** Counts what the commands of a replay answered. */
final class RetailTally {
    private long accepted;
    private long failed;
    private long shortLines;
    private long noGoods;
    private long cancellations;
    private long refusedUnits;
    private long writeOffs;
    private long shortfall;
    private String firstFailed;

    void accepted() {
        accepted++;
    }

    /** @param lines products that were short */
    void failed(String invoice, int lines) {
        failed++;
        shortLines += lines;
        firstFailed = firstFailed == null ? invoice : firstFailed;
    }

    void noGoods() {
        noGoods++;
    }

    /** @param refused units that were not taken back */
    void cancellation(long refused) {
        cancellations++;
        refusedUnits += refused;
    }

    /** @param missing units that were not there */
    void writeOff(long missing) {
        writeOffs++;
        shortfall += missing;
    }

    RetailReport report(StockFigures stock, LedgerFigures ledger, List<Integer> rejectedLines) {
        return new RetailReport(stock.skus(), ledger.received(), accepted + failed, accepted, failed, shortLines,
                noGoods, cancellations, refusedUnits, writeOffs, shortfall, ledger.sold(), ledger.returned(),
                ledger.writtenOff(), stock.units(), stock.lowest(), stock.atZero(), firstFailed, rejectedLines);
    }
}
