package dev.callboard.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import dev.callboard.refusals.Refusal;

/**
 * Reads invoices as <em>Online Retail</em> publishes them: CSV by RFC 4180 with a header, UTF-8. Each record is read by
 * itself, so that a quote which is never closed spoils its own line and not the rest of the file; a line that cannot be
 * read is remembered by its number and passed over.
 */
final class RetailReader {
    private static final int LONGEST_RECORD = 8;
    private static final List<String> HEADER = List.of("InvoiceNo", "StockCode", "Description", "Quantity",
            "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    private final String[] lines;
    private final RetailInvoices invoices = new RetailInvoices();
    private final List<Integer> rejected = new ArrayList<>();

    private RetailReader(String text) {
        this.lines = text.split("\n", -1);
    }

    /** @throws Refusal {@code invalid} where the file cannot be read at all, or is no such file by its header */
    static RetailFile read(Path file) {
        try {
            // A byte that is no UTF-8 becomes a replacement character: it spoils a name at most.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            RetailReader reader = new RetailReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (!columns(withoutCarriageReturn(reader.lines[0])).equals(Optional.of(HEADER))) {
                throw Refusal.invalid("The file " + Refusal.shortened(file.toString())
                        + " holds no invoices: its first line is not " + String.join(",", HEADER) + ".");
            }
            return reader.read();
        } catch (IOException failure) {
            throw Refusal.invalid("The file " + Refusal.shortened(file.toString()) + " cannot be read.");
        }
    }

    private RetailFile read() {
        int line = 1;
        while (line < lines.length) {
            line += lines[line].isBlank() ? 1 : record(line);
        }
        return new RetailFile(invoices.events(), invoices.goods(), List.copyOf(rejected));
    }

    /** Takes the record that begins at the line. @return how many lines it has */
    private int record(int first) {
        StringBuilder text = new StringBuilder();
        for (int length = 1; length <= LONGEST_RECORD && first + length <= lines.length; length++) {
            text.append(length == 1 ? "" : "\n").append(lines[first + length - 1]);
            Optional<RetailRow> row = row(withoutCarriageReturn(text));
            if (row.isPresent()) {
                invoices.take(row.get());
                return length;
            }
            if (text.indexOf("\"") < 0) {
                break;
            }
        }
        rejected.add(first + 1);
        return 1;
    }

    private static Optional<RetailRow> row(String text) {
        try {
            return columns(text).map(RetailRow::of);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> columns(String text) {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.getFirst().toList()) : Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String withoutCarriageReturn(CharSequence text) {
        int end = text.length();
        return text.subSequence(0, end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end).toString();
    }
}
