package dev.callboard.sample;

import java.util.List;

import dev.callboard.stock.StockLine;

/** One thing that happened in a shop, as its invoices tell it; goods are summed by SKU. */
sealed interface RetailEvent {

    String invoice();

    /** All of it or nothing. @param customer reference; an anonymous buyer has one of their own */
    record Sale(String invoice, String customer, List<StockLine> goods) implements RetailEvent {}

    /** Goods that are gone without a sale. @param reason in the shop's words */
    record WriteOff(String invoice, List<StockLine> goods, String reason) implements RetailEvent {}

    /** Goods brought back. */
    record Cancellation(String invoice, String customer, List<StockLine> goods) implements RetailEvent {}

    /** An invoice about postage, fees or samples only. */
    record NoGoods(String invoice) implements RetailEvent {}
}
