package dev.callboard.orders;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.StorableText;
import dev.callboard.stock.StockLine;

/**
 * What a customer wants to have put aside.
 *
 * @param id id of the order and of its hold, made before anything else
 * @param customer reference of the customer, 1 to 200 characters
 * @param email or null
 * @param lines each SKU once, sorted
 * @param timeToLive how long the goods stay put aside without payment
 */
public record ReservationRequest(UUID id, String customer, String email, List<StockLine> lines, Duration timeToLive) {
    private static final int LONGEST_CUSTOMER = 200;
    private static final int LONGEST_EMAIL = 320;
    private static final Duration LONGEST_TIME = Duration.ofDays(30);

    /** @throws Refusal {@code invalid} where a value is out of range */
    public ReservationRequest {
        requireCustomer(customer);
        if (email != null
                && (!StorableText.fits(email, LONGEST_EMAIL) || !email.matches("[^@\\s,;<>]+@[^@\\s,;<>]+"))) {
            throw Refusal.invalid("This is not an e-mail address: " + Refusal.shortened(email));
        }
        if (timeToLive.compareTo(Duration.ofSeconds(1)) < 0 || timeToLive.compareTo(LONGEST_TIME) > 0) {
            throw Refusal.invalid("A reservation lasts from 1 s to " + LONGEST_TIME.toDays() + " days.");
        }
        lines = StockLine.summed(lines);
    }

    /** A request under a fresh id. */
    public static ReservationRequest of(String customer, String email, List<StockLine> lines, Duration timeToLive) {
        return new ReservationRequest(UUID.randomUUID(), customer, email, lines, timeToLive);
    }

    /** @throws Refusal {@code invalid} for a text that cannot be a reference of a customer */
    static void requireCustomer(String customer) {
        if (customer == null || !StorableText.fits(customer, LONGEST_CUSTOMER)) {
            throw Refusal.invalid("A customer reference has 1 to " + LONGEST_CUSTOMER + " characters.");
        }
    }
}
