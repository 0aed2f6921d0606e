package dev.callboard.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.callboard.stock.StockLine;

/**
 * One line of an invoice.
 *
 * @param sku in upper case: the files write it in both
 * @param quantity negative for goods that come back or are gone
 * @param customer empty where nobody is named
 */
record RetailRow(String invoice, String sku, String description, long quantity, BigDecimal price, String customer) {
    private static final int COLUMNS = 8;
    private static final int LONGEST = 64;
    private static final int LONGEST_NAME = 200;
    private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(999_999_999L);
    private static final Pattern GOODS = Pattern.compile("[0-9]{5}.*");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm[:ss]")
            .withResolverStyle(ResolverStyle.STRICT);

    /**
     * Reads the columns {@code InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country}.
     *
     * @throws IllegalArgumentException where they are no line of an invoice
     * @throws java.time.DateTimeException where the date is none
     */
    static RetailRow of(List<String> columns) {
        if (columns.size() != COLUMNS) {
            throw new IllegalArgumentException("not " + COLUMNS + " columns");
        }
        LocalDateTime.parse(columns.get(4).strip(), DATE);
        long quantity = Long.parseLong(columns.get(3).strip());
        if (Math.abs(quantity) > StockLine.MOST) {
            throw new IllegalArgumentException("no such quantity");
        }
        BigDecimal price = new BigDecimal(columns.get(5).strip());
        if (price.abs().compareTo(HIGHEST_PRICE) > 0) {
            throw new IllegalArgumentException("no such price");
        }
        return new RetailRow(word(columns.get(0)), word(columns.get(1)).toUpperCase(Locale.ROOT),
                name(columns.get(2)), quantity, price.max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP),
                customer(columns.get(6)));
    }

    /** Whether it is about something that lies in the stock room, not about postage or fees. */
    boolean isGoods() {
        return GOODS.matcher(sku).matches();
    }

    private static String word(String text) {
        if (text.isBlank() || text.length() > LONGEST || UNPRINTABLE.matcher(text).find()) {
            throw new IllegalArgumentException("no invoice number or SKU");
        }
        return text;
    }

    private static String name(String text) {
        String name = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** The files write customers as decimals: {@code 17850.0}. */
    private static String customer(String text) {
        String customer = text.strip();
        if (customer.length() > LONGEST || UNPRINTABLE.matcher(customer).find()) {
            throw new IllegalArgumentException("no customer");
        }
        return customer.endsWith(".0") ? customer.substring(0, customer.length() - 2) : customer;
    }
}
