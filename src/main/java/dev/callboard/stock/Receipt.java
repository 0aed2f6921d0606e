package dev.callboard.stock;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import dev.callboard.refusals.Refusal;

/**
 * Goods that arrive.
 *
 * @param name new name, at most {@value #LONGEST_NAME} characters, or null to leave it
 * @param price new price of one unit, 0 to {@link #HIGHEST_PRICE} in whole cents, or null to leave it
 * @param delivery what it came with, in the words of whoever booked it, or null
 */
public record Receipt(StockLine goods, String name, BigDecimal price, String delivery) {
    /** The highest price that a product can have. */
    public static final BigDecimal HIGHEST_PRICE = new BigDecimal("9999999999.99");
    private static final int LONGEST_NAME = 200;
    private static final int DECIMALS = 2;
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

    /** @throws Refusal {@code invalid} for a name or a price that no product can have */
    public Receipt {
        requireSku(goods.sku());
        if (name != null
                && (name.codePointCount(0, name.length()) > LONGEST_NAME || UNPRINTABLE.matcher(name).find())) {
            throw Refusal.invalid(
                    "A name has at most " + LONGEST_NAME + " characters, and no control characters among them.");
        }
        price = price == null ? null : inCents(price);
    }

    /** Goods that came with nothing to name. */
    public Receipt(StockLine goods, String name, BigDecimal price) {
        this(goods, name, price, null);
    }

    /**
     * Goods as somebody wrote them down.
     *
     * @param price as text, or null to leave it
     * @throws Refusal {@code invalid} for a SKU, quantity, name or price that no product can have
     */
    public static Receipt written(String sku, long quantity, String name, String price) {
        requireSku(sku);
        try {
            return new Receipt(new StockLine(sku, quantity), name, price == null ? null : new BigDecimal(price));
        } catch (NumberFormatException none) {
            throw noPrice(price);
        }
    }

    /** A new product is made of what arrives: a SKU that none can have is no unknown one. */
    private static void requireSku(String sku) {
        if (!StockLine.isPossible(sku) || UNPRINTABLE.matcher(sku).find()) {
            throw Refusal.invalid("A SKU has 1 to " + StockLine.LONGEST_SKU
                    + " characters, and no control characters among them.");
        }
    }

    private static BigDecimal inCents(BigDecimal price) {
        if (price.signum() < 0 || price.compareTo(HIGHEST_PRICE) > 0
                || price.stripTrailingZeros().scale() > DECIMALS) {
            throw noPrice(price.toString());
        }
        return price.setScale(DECIMALS);
    }

    private static Refusal noPrice(String text) {
        return Refusal.invalid("A price is 0 to " + HIGHEST_PRICE + " with at most " + DECIMALS + " decimals, not "
                + Refusal.shortened(text) + ".");
    }
}
