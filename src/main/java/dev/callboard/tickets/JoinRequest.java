package dev.callboard.tickets;

import java.util.UUID;

import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.StorableText;

/**
 * A wish for a ticket.
 *
 * @param customer reference, or null for an anonymous visitor
 * @param priority 0 or 1
 * @param orderId or null
 * @param key what makes a second sending the same request, or null
 * @param arrival where it is taken, or null where nobody will ask
 */
public record JoinRequest(String queue, String customer, int priority, UUID orderId, String key, Arrival arrival) {
    private static final int LONGEST = 200;

    /** @throws Refusal {@code invalid} where a value can never be right */
    public JoinRequest {
        checkText("A customer reference", customer);
        checkText("A key", key);
        if (priority != 0 && priority != 1) {
            throw Refusal.invalid("The priority is 0 or 1.");
        }
    }

    /** A ticket that is taken nowhere in particular. */
    public JoinRequest(String queue, String customer, int priority, UUID orderId, String key) {
        this(queue, customer, priority, orderId, key, null);
    }

    /** The same wish, uttered there. */
    public JoinRequest at(Arrival place) {
        return new JoinRequest(queue, customer, priority, orderId, key, place);
    }

    /** An anonymous visitor without priority. */
    public static JoinRequest of(String queue) {
        return new JoinRequest(queue, null, 0, null, null);
    }

    /** A known customer without priority. */
    public static JoinRequest of(String queue, String customer) {
        return new JoinRequest(queue, customer, 0, null, null);
    }

    private static void checkText(String what, String text) {
        if (text != null && !StorableText.fits(text, LONGEST)) {
            throw Refusal.invalid(what + " has 1 to " + LONGEST + " characters.");
        }
    }
}
