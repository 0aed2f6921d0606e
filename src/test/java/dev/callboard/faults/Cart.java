package dev.callboard.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import dev.callboard.stock.StockLine;

/** What somebody bought in one real invoice. */
record Cart(String customer, List<StockLine> lines) {
    private static final Path FILE = Path.of("src/test/resources/data/retail_2010-12-01_2010-12-09.csv");
    private static final int MOST_LINES = 12;

    /** The first sales of the file that are not too long, as many as asked for. */
    static List<Cart> first(int count) {
        Map<String, List<CSVRecord>> byInvoice = new LinkedHashMap<>();
        try (var rows = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(Files.newBufferedReader(FILE))) {
            for (CSVRecord row : rows) {
                if (isSale(row)) {
                    byInvoice.computeIfAbsent(row.get("InvoiceNo"), invoice -> new ArrayList<>()).add(row);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return byInvoice.values().stream().filter(lines -> lines.size() <= MOST_LINES).limit(count).map(Cart::of)
                .toList();
    }

    private static boolean isSale(CSVRecord row) {
        return row.get("InvoiceNo").matches("\\d+") && row.get("StockCode").matches("\\d{5}.*")
                && Long.parseLong(row.get("Quantity")) > 0;
    }

    private static Cart of(List<CSVRecord> rows) {
        return new Cart("customer " + rows.getFirst().get("InvoiceNo"),
                StockLine.summed(rows.stream().map(row -> new StockLine(row.get("StockCode").toUpperCase(Locale.ROOT),
                        Long.parseLong(row.get("Quantity")))).toList()));
    }
}
