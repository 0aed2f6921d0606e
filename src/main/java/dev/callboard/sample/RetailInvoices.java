package dev.callboard.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.callboard.stock.StockLine;

/**
 * Gathers the rows of invoices and says what each invoice was. Rows of one invoice need not stand together: it happened
 * where its first row stands.
 */
final class RetailInvoices {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Map<String, List<RetailRow>> byInvoice = new LinkedHashMap<>();
    private final SortedMap<String, RetailFile.Goods> goods = new TreeMap<>();

    void take(RetailRow row) {
        byInvoice.computeIfAbsent(row.invoice(), invoice -> new ArrayList<>()).add(row);
        if (row.isGoods()) {
            goods.merge(row.sku(), new RetailFile.Goods(row.description(), row.price()), RetailInvoices::better);
        }
    }

    /** Gifts and write-offs carry neither name nor price: the first row that has one counts. */
    private static RetailFile.Goods better(RetailFile.Goods known, RetailFile.Goods other) {
        return new RetailFile.Goods(known.name().isEmpty() ? other.name() : known.name(),
                known.price().signum() == 0 ? other.price() : known.price());
    }

    SortedMap<String, RetailFile.Goods> goods() {
        return Collections.unmodifiableSortedMap(goods);
    }

    List<RetailEvent> events() {
        return byInvoice.values().stream().flatMap(RetailInvoices::events).toList();
    }

    private static Stream<RetailEvent> events(List<RetailRow> rows) {
        RetailRow first = rows.getFirst();
        String invoice = first.invoice();
        List<StockLine> positive = summed(rows, row -> row.quantity() > 0);
        List<StockLine> negative = summed(rows, row -> row.quantity() < 0);
        if (invoice.startsWith("C") && !negative.isEmpty()) {
            return Stream.of(new RetailEvent.Cancellation(invoice, customer(first), negative));
        }
        if (positive.isEmpty() && negative.isEmpty() || invoice.startsWith("C")) {
            return Stream.of(new RetailEvent.NoGoods(invoice));
        }
        if (!NUMBER.matcher(invoice).matches()) {
            // neither sale nor cancellation, for example the book-keeper's A563185
            return Stream.empty();
        }
        List<RetailEvent> events = new ArrayList<>();
        if (!positive.isEmpty()) {
            events.add(new RetailEvent.Sale(invoice, customer(first), positive));
        }
        if (!negative.isEmpty()) {
            events.add(new RetailEvent.WriteOff(invoice, negative, reason(rows)));
        }
        return events.stream();
    }

    private static List<StockLine> summed(List<RetailRow> rows, Predicate<RetailRow> which) {
        List<StockLine> lines = rows.stream().filter(RetailRow::isGoods).filter(which)
                .map(row -> new StockLine(row.sku(), Math.abs(row.quantity()))).toList();
        return lines.isEmpty() ? lines : StockLine.summed(lines);
    }

    /** Who is not named is somebody else on every invoice, and so never brings back what another one bought. */
    private static String customer(RetailRow row) {
        return row.customer().isEmpty() ? "anonymous-" + row.invoice() : row.customer();
    }

    private static String reason(List<RetailRow> rows) {
        return rows.stream().filter(row -> row.quantity() < 0).map(RetailRow::description)
                .filter(text -> !text.isEmpty()).findFirst().orElse("invoice " + rows.getFirst().invoice());
    }
}
