package dev.callboard.sample;

import java.util.List;

/**
 * What a replay of invoices came to. Accepted, failed and refused are what the commands answered; sold, returned and
 * written-off units, and what is left, are read from the ledger and the products at the end.
 *
 * @param failedShortLines products that were short, over all failed sales, as the gate named them
 * @param noGoodsInvoices invoices that are about no goods at all
 * @param cancelOrders invoices by which goods were brought back
 * @param refusedReturnUnits units whose customer did not hold them
 * @param writeoffShortfall units to be written off that were not there
 * @param lowestStock least on hand of any product at the end
 * @param firstFailedInvoice null where no sale failed
 * @param rejectedLines numbers of the file's lines that cannot be read, from 1, the header included
 */
public record RetailReport(long skus, long openingUnits, long saleOrders, long accepted, long failed,
        long failedShortLines, long noGoodsInvoices, long cancelOrders, long refusedReturnUnits, long writeoffs,
        long writeoffShortfall, long soldUnits, long returnedUnits, long writtenoffUnits, long closingUnits,
        long lowestStock, long skusAtZero, String firstFailedInvoice, List<Integer> rejectedLines) {}
