package dev.callboard.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * What a file of invoices says.
 *
 * @param events in the order in which the invoices begin
 * @param goods every product that occurs, by SKU
 * @param rejectedLines numbers of the file's lines that cannot be read, from 1, the header included
 */
record RetailFile(List<RetailEvent> events, SortedMap<String, Goods> goods, List<Integer> rejectedLines) {

    /** @param price of one unit, 0 or more */
    record Goods(String name, BigDecimal price) {}
}
